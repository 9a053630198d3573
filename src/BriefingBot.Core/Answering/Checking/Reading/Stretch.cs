using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>A stretch of a passage that speaks of the same ones: a sentence, or its part up to a semicolon or "while".</summary>
internal sealed class Stretch
{
    private readonly IReadOnlyList<Word> _words;
    private readonly int _passage, _first, _last;
    private readonly HashSet<string> _names;

    private Stretch(TextReading text, int passage, int first, int last, Stretch? before)
    {
        (_words, _passage, _first, _last) = (text.Words, passage, first, last);
        var own = Enumerable.Range(first, last - first + 1).Select(i => _words[i]).ToList();
        _names = [.. own.Where(w => w.Is(WordKind.Name)).Select(w => w.Lower)];
        // "She", "the company": whoever was spoken of before.
        if (before is not null && own.Any(w => w.Lower is "he" or "she" or "they" or "it" or "his" or "her" or "their" or "its" or "both" or "this" or "these" || (w.Lower == "the" && (w.OpensSentence || w == own[0])))) _names.UnionWith(before._names);
    }

    public static IEnumerable<Stretch> Of(TextReading text, int passage)
    {
        Stretch? before = null;
        var first = 0;
        for (var i = 1; i <= text.Words.Count; i++)
        {
            if (i < text.Words.Count && !Parts(text, i)) continue;
            yield return before = new Stretch(text, passage, first, i - 1, before);
            first = i;
        }
    }

    public bool Holds(Place place) => place.Passage == _passage && place.Index >= _first && place.Index <= _last;

    public bool SpeaksOf(Word name) => _names.Contains(name.Lower) || _names.Any(n => Demonyms.SamePlace(n, name.Lower) || Transliteration.Same(n, name.Lower));

    /// <summary>Whether it has a name that the clause does not have.</summary>
    public bool SpeaksOfOthers(IReadOnlyList<Word> words, List<int> clause) => _names.Any(n => !clause.Any(i => words[i].Lower == n));

    private static bool Parts(TextReading text, int at) =>
        text.Words[at].Sentence != text.Words[at - 1].Sentence || text.Words[at].Lower is "while" or "whereas"
        || text.Text.AsSpan(text.Words[at - 1].Span.End, text.Words[at].Span.Start - text.Words[at - 1].Span.End).Contains(';');
}
