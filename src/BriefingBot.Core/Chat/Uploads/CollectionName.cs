namespace BriefingBot.Chat.Uploads;

/// <summary>Collections that uploads may go to: each is a folder of its own, so its name has to be one everywhere.</summary>
internal static class CollectionName
{
    public const int MaxLength = 60;

    public const string Rule = "A collection's name has up to 60 letters, digits, single spaces, hyphens or underscores, and begins and ends with a letter or digit.";

    public static bool IsFit(string name) =>
        name.Length is > 0 and <= MaxLength && char.IsLetterOrDigit(name[0]) && char.IsLetterOrDigit(name[^1])
        && name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_') && !name.Contains("  ", StringComparison.Ordinal) && name.IsNormalized();
}
