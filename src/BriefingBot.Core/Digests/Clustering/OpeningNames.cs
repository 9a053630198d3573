using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Digests.Clustering;

/// <summary>
/// The names of an opening, word by word. Words that stand side by side are one name, so that "Agneta Bryl" weighs
/// little more than "Harwen" and is not taken for two.
/// </summary>
internal sealed class OpeningNames
{
    private readonly HashSet<string> _certain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (float Sum, int Times)> _shares = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _wholes = new(StringComparer.Ordinal);

    /// <summary>Stems with a capital that no sentence's beginning asks for.</summary>
    public IReadOnlySet<string> Certain => _certain;

    /// <summary>A word's part of the weight of its names: 1 where it stands alone.</summary>
    public float Share(string stem) => _shares.TryGetValue(stem, out var share) ? share.Sum / share.Times : 1;

    /// <summary>The number of the name that a word is part of; the same for all its words.</summary>
    public int Whole(string stem) => _wholes.GetValueOrDefault(stem, -1);

    /// <param name="terms">Those of one paragraph of the text, in order.</param>
    public void Read(string text, IReadOnlyList<Term> terms)
    {
        for (var start = 0; start < terms.Count; start++)
        {
            if (!char.IsUpper(text[terms[start].Span.Start])) continue;
            var end = start + 1;
            while (end < terms.Count && IsName(text, terms[end].Span) && AreSideBySide(text, terms[end - 1].Span, terms[end].Span)) end++;
            Add([.. terms.Skip(start).Take(end - start).Select(t => t.Stem)]);
            if (IsName(text, terms[start].Span)) _certain.Add(terms[start].Stem);
            foreach (var term in terms.Skip(start + 1).Take(end - start - 1)) _certain.Add(term.Stem);
            start = end - 1;
        }
    }

    private void Add(IReadOnlyList<string> stems)
    {
        var known = stems.Where(_wholes.ContainsKey).Select(s => _wholes[s]).Distinct().ToList();
        var whole = known.Count > 0 ? known[0] : _wholes.Count;
        foreach (var stem in _wholes.Where(w => known.Contains(w.Value)).Select(w => w.Key).ToList()) _wholes[stem] = whole;
        foreach (var stem in stems)
        {
            _wholes[stem] = whole;
            var (sum, times) = _shares.GetValueOrDefault(stem);
            _shares[stem] = (sum + (1 / MathF.Sqrt(stems.Count)), times + 1);
        }
    }

    /// <summary>Or a short word apart: "Bank of Norrland", "Lund in Velmora".</summary>
    private static bool AreSideBySide(string text, TextSpan first, TextSpan second) =>
        second.Start - first.End <= 4 && !text.AsSpan(first.End, second.Start - first.End).ContainsAny(",;:()");

    private static bool IsName(string text, TextSpan word)
    {
        if (!char.IsUpper(text[word.Start])) return false;
        var before = text.AsSpan(0, word.Start).TrimEnd(" \"“‘'(");
        return before.Length > 0 && before[^1] is not ('.' or '!' or '?' or ':' or '\n' or '”' or '"' or '—' or '–');
    }
}
