using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>Finds what a statement states, and by whom it is done.</summary>
internal sealed partial class PropositionReader
{
    /// <summary>Index of the first auxiliary or verb, or -1.</summary>
    private int PredicateFrom(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_words[i].InQuotes != _words[first].InQuotes) continue;
            if (_words[i].Is(WordKind.Function) ? IsAuxiliary(_words[i].Lower) : IsVerb(i, first, last)) return i;
        }

        return -1;
    }

    private static bool IsAuxiliary(string lower) => GrammarWords.Be.Contains(lower) || lower is "has" or "have" or "had" or "will" or "would" or "may" or "might" or "could"
        or "can" or "should" or "must" or "does" or "did" or "do" or "cannot" || lower.EndsWith("n't", StringComparison.Ordinal);

    private bool IsVerb(int at, int first, int last)
    {
        var word = _words[at];
        if (!word.Is(WordKind.Content) || IsHyphenated(at)) return false;
        if (at > first && _words[at - 1] is { } before && (GrammarWords.Determiners.Contains(before.Lower) || before.IsPossessive)) return false;
        // "In besieged cities", "two released prisoners"
        var describes = word.Lower.EndsWith("ed", StringComparison.Ordinal) && at < last && _words[at + 1].IsContent
            && (at == first || _words[at - 1].Is(WordKind.Figure) || _words[at - 1].Lower is "in" or "of" or "with" or "for" or "from" or "to" or "by" or "at" or "on" or "and");
        if (describes && at > first) return false;
        return ClauseReader.IsVerb(word) || SpeechWords.ReportingVerbs.Contains(word.Lower) || (at == first && word.Lower.EndsWith("ing", StringComparison.Ordinal)
            && word.Lower.Length > 5 && !word.OpensSentence && !GrammarWords.NounsInIng.Contains(word.Lower));
    }

    private bool IsHyphenated(int at) => _words[at].Span.Start > 0 && text.Text[_words[at].Span.Start - 1] is '-' or '‑';

    private int MainVerb(int predicate, int last)
    {
        if (_words[predicate].Is(WordKind.Content)) return predicate;
        for (var i = predicate + 1; i <= last; i++)
        {
            if (_words[i].Is(WordKind.Content)) return i;
            if (!_words[i].Is(WordKind.Function) || GrammarWords.Determiners.Contains(_words[i].Lower)) break;
        }

        return -1;
    }

    // "Admitted 58 people" and "offered a bonus" tell nothing.
    private bool IsTelling(int at) => _words[at].Is(WordKind.Content) && SpeechWords.ReportingVerbs.Contains(_words[at].Lower)
        && (!GrammarWords.AlsoDeeds.Contains(_words[at].Lower) || (at + 1 < _words.Count && _words[at + 1].Lower == "that"));

    // "…," said Lotte Graversen.
    private bool IsInverted(int verb, int last) =>
        verb > 0 && verb < last && _words[verb].Lower is not ("told" or "tells") && SpeechWords.ReportingVerbs.Contains(_words[verb].Lower) && (_words[verb - 1].InQuotes || _words[verb - 1].Clause != _words[verb].Clause)
        && (_words[verb + 1].Is(WordKind.Name) || _words[verb + 1].Lower == "the" || SpeechWords.IsRole(_words[verb + 1].Lower));

    private bool IsPassive(int predicate, int verb, int last) =>
        IsParticiple(verb) && ((verb < last && _words[verb + 1].Lower == "by")
            || Enumerable.Range(predicate, verb - predicate).Any(i => GrammarWords.Be.Contains(_words[i].Lower)));

    private List<int> Agent(int verb, int last)
    {
        for (var i = verb + 1; i < last; i++)
        {
            if (_words[i].Lower == "by" && !_words[i + 1].Is(WordKind.Figure)) return Phrase(i + 1, last);
        }

        return [];
    }

    private bool Counts(int at) => _words[at].IsContent || _words[at].Is(WordKind.Figure);
}
