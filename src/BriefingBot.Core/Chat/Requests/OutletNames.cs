using BriefingBot.Articles;
using BriefingBot.Retrieval.Outlets;

namespace BriefingBot.Chat.Requests;

/// <summary>Outlets as people name them.</summary>
internal static class OutletNames
{
    private const int Shown = 8;

    /// <summary>The outlets' names as stored, by any of the ways they are written.</summary>
    public static IReadOnlyList<string> Matching(string source, IReadOnlyList<SourceCount> known)
    {
        var wanted = SourceName.KeysOf(source.Trim()).ToHashSet(StringComparer.Ordinal);
        return [.. known.Select(k => k.Source).Where(name => SourceName.KeysOf(name).Any(wanted.Contains))];
    }

    public static string Unknown(string source, IReadOnlyList<SourceCount> known)
    {
        var names = known.Where(k => k.Source.Length > 0).Take(Shown).Select(k => k.Source).ToList();
        return $"There are no articles of “{source.Trim()}” here." + (names.Count > 0 ? $" There are some of {string.Join(", ", names)}." : "");
    }
}
