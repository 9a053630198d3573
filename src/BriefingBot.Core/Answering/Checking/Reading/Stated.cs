using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>A statement of a passage.</summary>
internal sealed record Stated(TextReading Text, int Passage, Proposition Proposition, IReadOnlyList<Proposition> All, IReadOnlyList<Word> PassageBefore)
{
    private List<Word>? _sentence, _before;

    public static List<Stated> Of(CitedReading evidence) => [.. evidence.Passages.SelectMany((p, i) => Of(evidence, p, i))];

    private static IEnumerable<Stated> Of(CitedReading evidence, TextReading text, int passage)
    {
        var all = new PropositionReader(text).Read();
        // The passage before may be the same article's.
        var previous = passage > 0 && evidence.Cited[passage - 1].Title == evidence.Cited[passage].Title ? evidence.Passages[passage - 1].Words : [];
        return all.Where(p => p.Rest.Count > 0 || p.Agent.Count > 0).Select(p => new Stated(text, passage, p, all, previous));
    }

    private List<Word> Previous()
    {
        var reach = Proposition.Reference == Reference.Definite ? 2 : 1;
        var own = Text.Words.Where(w => w.Sentence < Proposition.Sentence && w.Sentence >= Proposition.Sentence - reach);
        return [.. PassageBefore.Where(w => w.Sentence > PassageBefore[^1].Sentence - (reach - Proposition.Sentence)), .. own];
    }

    /// <summary>What else its sentence states, of others by their own names.</summary>
    public IEnumerable<Proposition> Others => All.Where(p => p.Sentence == Proposition.Sentence && p != Proposition && p.Verb >= 0 && p.Reference < Reference.Thing
        && Text.Words[p.Verb].InQuotes == Text.Words[Proposition.First].InQuotes && !p.Subject.Any(Proposition.Subject.Contains));

    public List<Word> Sentence => _sentence ??= [.. Text.Words.Where(w => w.Sentence == Proposition.Sentence)];

    /// <summary>Where to look for whoever "she" or "the firm" is.</summary>
    public List<Word> Before => _before ??= Previous();

    /// <summary>"A former treasurer was jailed": the next sentence may name her.</summary>
    public bool IsNamedLater(Func<IReadOnlyList<Word>, bool> isSame)
    {
        var first = Proposition.Subject.Count > 0 ? Proposition.Subject[0] : 0;
        return Proposition.Subject.All(i => !Text.Words[i].Is(WordKind.Name)) && first > 0 && Text.Words[first - 1].Lower is "a" or "an"
            && isSame([.. Text.Words.Where(w => w.Sentence == Proposition.Sentence + 1)]);
    }

    public List<Word> Words(IReadOnlyList<int> indices) => [.. indices.Select(i => Text.Words[i])];

    public bool Holds(IReadOnlyList<Place> places)
    {
        foreach (var place in places)
        {
            if (place.Passage == Passage && place.Index >= Proposition.First && place.Index <= Proposition.Last) return true;
        }

        return false;
    }

    /// <summary>The passages' statements that hold most of what some words of a sentence say.</summary>
    public static List<Stated> Holding(Alignment alignment, IReadOnlyList<int> words, List<Stated> all)
    {
        var weights = words.ToDictionary(i => i, i => Weight(alignment, i));
        var total = weights.Values.Sum();
        var scored = all.Select(s => (Stated: s, Score: words.Sum(i => s.Holds(alignment.PlacesOf(i)) ? weights[i] : 0))).ToList();
        var best = scored.Select(s => s.Score).DefaultIfEmpty(0).Max();
        return best < CheckingWeights.StatedWords || best < CheckingWeights.StatedShare * total ? [] : [.. scored.Where(s => s.Score >= CheckingWeights.AsGood * best).Select(s => s.Stated)];
    }

    /// <summary>What a word is worth: less when many sentences of the passages have it, little when any report may use it.</summary>
    private static double Weight(Alignment alignment, int i)
    {
        var word = alignment.Words[i];
        if (word.Stem.Contains('_', StringComparison.Ordinal)) return 1;
        if (GrammarWords.Light.Contains(word.Lower) || SpeechWords.ReportingVerbs.Contains(word.Lower)) return CheckingWeights.LightWord;
        var sentences = alignment.PlacesOf(i).Select(p => (p.Passage, alignment.Evidence[p].Sentence)).Distinct().Count();
        return (GrammarWords.Generic.Contains(word.Lower) ? CheckingWeights.GenericWord : 1) / Math.Sqrt(Math.Max(1, sentences));
    }
}
