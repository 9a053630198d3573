using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>A statement of a passage.</summary>
internal sealed record Stated(TextReading Text, int Passage, Proposition Proposition, IReadOnlyList<Proposition> All)
{
    public static List<Stated> Of(CitedReading evidence) => [.. evidence.Passages.SelectMany(Of)];

    private static IEnumerable<Stated> Of(TextReading text, int passage)
    {
        var all = new PropositionReader(text).Read();
        return all.Where(p => p.Rest.Count > 0 || p.Agent.Count > 0).Select(p => new Stated(text, passage, p, all));
    }

    /// <summary>What else its sentence states, of others by their own names.</summary>
    public IEnumerable<Proposition> Others => All.Where(p => p.Sentence == Proposition.Sentence && p != Proposition && p.Verb >= 0 && p.Reference == Reference.Own
        && Text.Words[p.Verb].InQuotes == Text.Words[Proposition.First].InQuotes && !p.Subject.Any(Proposition.Subject.Contains));

    public List<Word> Sentence { get; } = [.. Text.Words.Where(w => w.Sentence == Proposition.Sentence)];

    /// <summary>Where to look for whoever "she" or "the firm" is.</summary>
    public List<Word> Before { get; } = [.. Text.Words.Where(w => w.Sentence < Proposition.Sentence && w.Sentence >= Proposition.Sentence - (Proposition.Reference == Reference.Definite ? 2 : 1))];

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
        if (GrammarWords.Light.Contains(word.Lower) || SpeechWords.ReportingVerbs.Contains(word.Lower)) return CheckingWeights.LightWord;
        var sentences = alignment.PlacesOf(i).Select(p => (p.Passage, alignment.Evidence[p].Sentence)).Distinct().Count();
        return (GrammarWords.Generic.Contains(word.Lower) ? CheckingWeights.GenericWord : 1) / Math.Sqrt(Math.Max(1, sentences));
    }
}
