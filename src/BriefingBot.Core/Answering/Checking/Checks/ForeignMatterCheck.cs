using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>
/// Refuses what no sentence of an answer has: addresses and markup always, invisible characters and talk to the
/// reader unless the passage has them.
/// </summary>
internal static partial class ForeignMatterCheck
{
    public static Objection? Find(string sentence, IReadOnlyList<CitedText> cited)
    {
        if (Address().Match(sentence) is { Success: true } address && !cited.Any(c => string.Equals(c.Source, address.Value, StringComparison.OrdinalIgnoreCase)))
        {
            return Refuse(address.Value, $"the address {address.Value} may not stand in a sentence");
        }

        if (Markup().Match(sentence) is { Success: true } markup) return Refuse(markup.Value, $"the markup {markup.Value} may not stand in a sentence");
        foreach (var c in sentence)
        {
            if (IsInvisible(c) && !cited.Any(t => t.Passage.Contains(c, StringComparison.Ordinal))) return Refuse($"U+{(int)c:X4}", $"the invisible character U+{(int)c:X4} is not in the cited passages");
        }

        return TalkToReader().Match(WithoutQuotes().Replace(sentence, "")) is { Success: true } talk
            && !cited.Any(t => t.Passage.Contains(talk.Value, StringComparison.OrdinalIgnoreCase))
            ? Refuse(talk.Value, $"“{talk.Value}” speaks to the reader instead of reporting what the passages say") : null;
    }

    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static Objection Refuse(string subject, string reason) => new(ObjectionKind.ForeignMatter, subject, reason);

    [GeneratedRegex(@"\b[a-z][a-z0-9+.-]*://\S*|\bwww\.\S+|\bmailto:\S+|\S+@\S+\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|ly|gg|co|info|biz|ru|xyz|top|example|app|dev|me|tv|link|site|online)\b(?:/\S*)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"<[^<>\s][^<>]*>|\]\(|!\[|`|\*\*|__|~~|\|\||@everyone|@here|&#?\w+;|^\s*(?:#{1,6}|>)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex("[\"“„][^\"”]*[\"”]|(?<!\\w)['‘][^'’]*['’](?!\\w)", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutQuotes();

    [GeneratedRegex(@"\b(?:you|your|yours|please|I|we|our|ignore (?:all|any|the|previous|prior)|previous instructions|system prompt|language model|click|subscribe)\b", RegexOptions.CultureInvariant)]
    private static partial Regex TalkToReader();
}
