using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>A stretch of a passage that speaks of the same ones: a sentence, or its part up to a semicolon or "while".</summary>
internal sealed class Stretch
{
    private readonly IReadOnlyList<Word> _words;
    private readonly int _passage, _first, _last;
    private readonly HashSet<string> _names;
    private readonly List<Word> _subject;
    private readonly List<Word> _nouns;
    private readonly bool _refersBack;

    private Stretch(TextReading text, int passage, int first, int last, Stretch? before)
    {
        (_words, _passage, _first, _last) = (text.Words, passage, first, last);
        var own = Enumerable.Range(first, last - first + 1).Select(i => _words[i]).ToList();
        _names = [.. own.Where(w => w.Is(WordKind.Name)).Select(w => w.Lower)];
        var opening = own.TakeWhile(w => !ClauseReader.IsVerb(w) && !(w.Is(WordKind.Function) && GrammarWords.Auxiliaries.Contains(w.Lower))).ToList();
        _subject = [.. opening.Where(w => w.Is(WordKind.Name))];
        _nouns = [.. opening.Where(w => w.Is(WordKind.Content))];
        // "She", "the company": whoever was spoken of before.
        _refersBack = own.Any(w => w.Lower is "he" or "she" or "him" or "i" or "my" or "we" or "our" or "us" or "them" or "they" or "it" or "his" or "her" or "their" or "its" or "both" or "this" or "these" || (w.Lower == "the" && opening.Contains(w)));
        if (!_refersBack || before is null) return;
        _names.UnionWith(before._names);
        if (_subject.Count == 0) _subject = before._subject;
    }

    public static IEnumerable<Stretch> Of(TextReading text, int passage, Stretch? before = null)
    {
        var first = 0;
        for (var i = 1; i <= text.Words.Count; i++)
        {
            if (i < text.Words.Count && !Parts(text, i)) continue;
            yield return before = new Stretch(text, passage, first, i - 1, before);
            first = i;
        }
    }

    public IEnumerable<int> Indices => Enumerable.Range(_first, _last - _first + 1);

    public bool Holds(Place place) => place.Passage == _passage && place.Index >= _first && place.Index <= _last;

    public bool SpeaksOf(Word name) => _names.Any(n => IsName(n, name));

    /// <summary>Whether it is about someone or something that the clause does not speak of.</summary>
    public bool IsAboutOthers(Alignment alignment, List<int> clause)
    {
        var words = alignment.Words;
        return _subject.Count > 0 ? !_subject.Any(n => clause.Any(i => words[i].Is(WordKind.Name) ? IsName(n.Lower, words[i]) : alignment.Actors.IsCalled(n, words[i])))
            : !_refersBack && _nouns.Count > 0 && !_nouns.Any(n => clause.Any(i => n.Means(words[i])));
    }

    private static bool IsName(string name, Word word) => name == word.Lower || Demonyms.SamePlace(name, word.Lower) || Transliteration.Same(name, word.Lower);

    private static bool Parts(TextReading text, int at) =>
        text.Words[at].Sentence != text.Words[at - 1].Sentence || text.Words[at].Lower is "while" or "whereas"
        || text.Text.AsSpan(text.Words[at - 1].Span.End, text.Words[at].Span.Start - text.Words[at - 1].Span.End).Contains(';');
}
