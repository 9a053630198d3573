namespace BriefingBot.Chat.Uploads;

/// <summary>What is taken from channels that take articles; section <c>Uploads</c> of the configuration.</summary>
public sealed record UploadsOptions
{
    public const string Section = "Uploads";

    private const int Megabyte = 1024 * 1024;

    /// <summary>Largest file or page.</summary>
    public int MaxMegabytes { get; init; } = 20;

    /// <summary>Most files and links of one message.</summary>
    public int MaxPerMessage { get; init; } = 10;

    internal int MaxBytes => MaxMegabytes * Megabyte;

    internal string TooLarge => $"is larger than {MaxMegabytes} MB";

    /// <summary>What is wrong with the values, naming the key. No article is read that is larger than 32 MB.</summary>
    public IEnumerable<string> Problems()
    {
        if (MaxMegabytes is < 1 or > 32) yield return $"{Section}:{nameof(MaxMegabytes)} is {MaxMegabytes}; it must be from 1 to 32.";
        if (MaxPerMessage is < 1 or > 50) yield return $"{Section}:{nameof(MaxPerMessage)} is {MaxPerMessage}; it must be from 1 to 50.";
    }
}
