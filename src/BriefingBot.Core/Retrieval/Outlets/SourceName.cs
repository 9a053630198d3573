using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Retrieval.Periods;

namespace BriefingBot.Retrieval.Outlets;

/// <summary>Brings the ways to write an outlet to one key: "The Guardian", "theguardian.com" and "Guardian" to "guardian".</summary>
internal static class SourceName
{
    /// <summary>Most words a name may have in a question.</summary>
    public const int MaxWords = 6;

    private static readonly FrozenSet<string> Suffixes = DateWords.Set(
        "com co org net int gov edu ac info news tv media uk us eu au nz ie ca za in ae qa sg hk jp de fr it es nl be ch at se no dk fi pl pt ru tr il pk bd ke ng gh eg lb sa ly dz tn ma io me");

    /// <summary>Outlets' names that are also everyday words; in a question only their spelling tells them apart.</summary>
    private static readonly FrozenSet<string> EverydayWords = DateWords.Set(
        """
        national week times sun mail mirror star express telegraph post guardian independent observer hill atlantic economist
        time people fortune nation verge wire standard herald metro journal world globe local age australian register
        conversation today i insider quartz scotsman intercept tribune chronicle examiner sky fox sentinel record citizen monitor news media
        """);

    /// <summary>Domains that abbreviate the name people say.</summary>
    private static readonly FrozenDictionary<string, string> FullNames = new Dictionary<string, string>
    {
        ["nytimes"] = "newyorktimes", ["wsj"] = "wallstreetjournal", ["ft"] = "financialtimes", ["latimes"] = "losangelestimes",
        ["apnews"] = "associatedpress", ["scmp"] = "southchinamorningpost",
    }.ToFrozenDictionary();

    /// <summary>The keys under which a stored source is found; none when it has no letters or digits to tell it by.</summary>
    public static IEnumerable<string> KeysOf(string source)
    {
        var key = Key(IsDomain(source) ? Label(source) : source);
        if (key.Length == 0 || key == "the") yield break;
        yield return key;
        if (WithoutThe(key) is { } bare) yield return bare;
        if (IsDomain(source) && FullNames.TryGetValue(key, out var full)) yield return full;
        if (source.EndsWith(" News", StringComparison.Ordinal) && source[..^5] is { Length: > 1 } name && name.All(char.IsUpper)) yield return Key(name);
    }

    /// <summary>The key of a run of words in a question, which may be a domain.</summary>
    public static string KeyOf(string question, TextSpan span) => span.Of(question) is var name && IsDomain(name) ? Key(Label(name)) : Key(name);

    public static bool IsEveryday(string key) => EverydayWords.Contains(key) || (WithoutThe(key) is { } bare && EverydayWords.Contains(bare));

    public static bool IsDomain(string name) =>
        name.Contains('.') && !name.Any(char.IsWhiteSpace) && name[(name.LastIndexOf('.') + 1)..] is { Length: > 1 } last && Suffixes.Contains(last);

    private static string? WithoutThe(string key) => key.StartsWith("the", StringComparison.Ordinal) && key.Length > 4 ? key[3..] : null;

    /// <summary>"bbc" of "www.bbc.co.uk".</summary>
    private static string Label(string domain)
    {
        var labels = domain.Split('.', StringSplitOptions.RemoveEmptyEntries);
        var last = labels.Length - 1;
        while (last > 0 && Suffixes.Contains(labels[last])) last--;
        return labels.Length == 0 ? "" : labels[last];
    }

    private static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
