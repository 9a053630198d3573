using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>
/// Whoever or whatever a passage's sentence names may not be replaced by another one from elsewhere: "Mayor Ode said
/// …" where the rest stands in "Mayor Marsh said …". "She" and "the company" may be, by whoever they stand for.
/// </summary>
internal static class ReplacementCheck
{
    private const int Reach = 8;

    /// <summary>"De" and "van" are parts of names.</summary>
    private const int Particle = 3;

    private static readonly WordSet Prepositions = new("in at of on from to for with near off by against about under over into between outside before after since until during like as than");

    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        var words = alignment.Words;
        for (var first = 0; first < words.Count; first++)
        {
            if (!IsElsewhere(alignment, first)) continue;
            var last = first;
            while (Continues(alignment, first, last)) last++;
            while (words[last].Is(WordKind.Function)) last--;
            if (Replaced(alignment, [.. Enumerable.Range(first, last - first + 1).Where(i => IsElsewhere(alignment, i))]) is { } word)
            {
                var text = alignment.Sentence.Of(first, last);
                yield return new Objection(ObjectionKind.Name, text, $"the cited passages say “{word.Text}” here, not “{text}”");
            }

            first = last;
        }
    }

    private static bool Continues(Alignment alignment, int first, int last) =>
        last + 1 < alignment.Words.Count && alignment.Words[last + 1].Sentence == alignment.Words[first].Sentence
        && (IsElsewhere(alignment, last + 1) || alignment.Words[last + 1].Is(WordKind.Function)) && !IsAnchor(alignment, last + 1);

    private static bool IsAnchor(Alignment alignment, int at) => alignment.Provenance[at] is not null && !IsElsewhere(alignment, at);

    /// <summary>Whether a word was not taken from the sentence that its neighbours were, or not in that order.</summary>
    private static bool IsElsewhere(Alignment alignment, int at)
    {
        var word = alignment.Words[at];
        if (word.InQuotes || !Nouns.MayStandForAnother(word) || alignment.Sentence.Dates.Any(d => d.First <= at && at <= d.Last)) return false;
        if (alignment.Provenance[at] is null) return word.Is(WordKind.Figure) || word.Is(WordKind.Name) || alignment.PlacesOf(at).Count > 0;
        return !alignment.Order.Keeps(at) || (alignment.Provenance.MostlyFrom(at) is { } most && most != alignment.Provenance.SentenceOf(at));
    }

    /// <summary>The word of the passage that stands where these do, if it is another one.</summary>
    private static Word? Replaced(Alignment alignment, List<int> island)
    {
        var (before, after) = (alignment.Nearest(island[0], -1, i => IsAnchor(alignment, i)), alignment.Nearest(island[^1], 1, i => IsAnchor(alignment, i)));
        if ((after >= 0 ? alignment.Provenance.SentenceOf(after) : before >= 0 ? alignment.Provenance.SentenceOf(before) : null) is not var (passage, sentence)) return null;
        if (before >= 0 && alignment.Provenance.SentenceOf(before) != (passage, sentence)) before = -1;
        var gap = SourceGap.Between(alignment.Evidence.Passages[passage], sentence, alignment.Provenance.IndexOf(before), alignment.Provenance.IndexOf(after), Reach);
        var dropped = gap.Nominals.Where(i => gap.Text[i] is var w && !alignment.Words.Any(m => (m.Means(w) || Demonyms.SamePlace(m.Lower, w.Lower)) && (!w.Is(WordKind.Name) || IsBeside(m, alignment.Words[island[0]], alignment.Words[island[^1]])))).ToList();
        var isWhere = FollowsPreposition(alignment.Words, island[0]);
        var told = after >= 0 || isWhere ? dropped : [];
        var other = dropped.FindIndex(d => (before >= 0 || IsInSlot(alignment, gap, island, d, isWhere)) && IsOther(alignment, island, d, told, gap.Text) && !IsSame(alignment, island, gap.Text[d]));
        return other < 0 ? null : gap.Text[dropped[other]];
    }

    // Names come up again.
    private static bool IsBeside(Word word, Word first, Word last) => word.Clause >= first.Clause - 1 && word.Clause <= last.Clause + 1;

    // Before a clause's first word only names of the same sentence count, and "in Brenn" only where a place is told.
    private static bool IsInSlot(Alignment alignment, SourceGap gap, List<int> island, int dropped, bool isWhere) =>
        (gap.Text[Math.Min(gap.To, gap.Text.Count - 1)].Clause == gap.Text[dropped].Clause || (Nouns.IsName(gap.Text[dropped]) && island.Exists(i => alignment.Words[i].Is(WordKind.Name))))
        && (isWhere || !FollowsPreposition(gap.Text, dropped));

    private static bool IsSame(Alignment alignment, List<int> island, Word dropped) => island.Exists(i => IsSame(alignment, alignment.Words[i], dropped))
        // "The Japan Meteorological Agency" for "the JMA".
        || (NameCheck.IsAbbreviation(dropped.Text) && dropped.Text.All(c => c == '.' || island.Exists(i => alignment.Words[i].Text[0] == c)));

    private static bool IsSame(Alignment alignment, Word mine, Word theirs) =>
        mine.Is(WordKind.Name) && Nouns.IsName(theirs) ? mine.Means(theirs) || Demonyms.SamePlace(mine.Lower, theirs.Lower) : !theirs.IsPossessive && alignment.Actors.IsOne(mine, theirs);

    /// <summary>A name for a name, a noun for a noun; a name for "the company" only if that may be the one of this name.</summary>
    private static bool IsOther(Alignment alignment, List<int> island, int at, List<int> told, IReadOnlyList<Word> text)
    {
        var dropped = text[at];
        var names = island.FindAll(i => alignment.Words[i].Is(WordKind.Name)).ConvertAll(i => alignment.Words[i]);
        if (island.Exists(i => alignment.Words[i].Kind == dropped.Kind && !(names.Count > 0 && alignment.Words[i].Is(WordKind.Content) && alignment.Words[i].Text.Length <= Particle)) || (names.Count == 0 ? dropped.Is(WordKind.Name) : Nouns.IsName(dropped))) return true;
        if (names.Count == 0 || !dropped.Is(WordKind.Content)) return false;
        // "The electoral tribunal" says who it is, "the tribunal" does not.
        var saysWho = told.Exists(t => text[t].Is(WordKind.Content) && (text[t].Span.Start == dropped.Span.End + 1 || dropped.Span.Start == text[t].Span.End + 1));
        return (saysWho || IsSomeone(text, at)) && !names.Exists(n => alignment.Actors.IsCalled(n, dropped));
    }

    // "An official", "his lawyer": nobody who was named before.
    private static bool IsSomeone(IReadOnlyList<Word> words, int at)
    {
        var (noun, before) = (words[at], at - 1);
        while (before >= 0 && words[before].Clause == noun.Clause && words[before].Is(WordKind.Content) && !ClauseReader.IsVerb(words[before])) before--;
        if (noun.Lower.EndsWith('s') || noun.Lower.EndsWith("men", StringComparison.Ordinal) || noun.Lower is "people") return true;
        if (before > 1 && words[before].Lower == "the" && (words[before - 1].Lower == "by" || (words[before - 1].Lower == "to" && words[before - 2].Lower == "according"))) return true;
        return before >= 0 && words[before].Clause == noun.Clause && words[before].Lower is "a" or "an" or "another" or "his" or "her" or "its" or "their";
    }

    private static bool FollowsPreposition(IReadOnlyList<Word> words, int at)
    {
        var before = at - 1;
        while (before >= 0 && words[before].Clause == words[at].Clause && (words[before].Is(WordKind.Name) || words[before].Is(WordKind.Figure)
            || GrammarWords.Determiners.Contains(words[before].Lower) || (words[before].Is(WordKind.Content) && !ClauseReader.IsVerb(words[before])))) before--;
        return before >= 0 && words[before].Clause == words[at].Clause && Prepositions.Contains(words[before].Lower);
    }
}
