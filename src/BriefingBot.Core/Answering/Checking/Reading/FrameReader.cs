using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>
/// Reads frames by the order of words: what stands before a verb acts, unless the verb is passive, follows "who", or
/// shares the verb before's subject. Without a grammar that is a guess, so every possible agent is given.
/// </summary>
internal sealed class FrameReader(IReadOnlyList<Word> words)
{
    private const int PatientReach = 8;

    public List<Frame> Read()
    {
        var frames = new List<Frame>();
        for (var v = 0; v < words.Count; v++)
        {
            if (!IsVerb(v) && !IsParticiple(v)) continue;
            var after = After(v);
            if (IsParticiple(v))
            {
                frames.Add(new Frame(v, [.. Shared(frames.LastOrDefault(f => words[f.Verb].Sentence == words[v].Sentence))], after, false));
                continue;
            }

            if (IsPassive(v)) frames.Add(new Frame(v, ByAgent(v), Before(v, frames), true));
            else if (IsInverted(v)) frames.Add(new Frame(v, after, [], false));
            else frames.Add(new Frame(v, Before(v, frames), after, false));
        }

        return frames;
    }

    private bool IsVerb(int at)
    {
        var word = words[at];
        if (!word.Is(WordKind.Content) || (at > 0 && words[at - 1].Lower is "the" or "a") || IsAttribute(at)) return false;
        if (ClauseReader.IsVerb(word) || SpeechWords.ReportingVerbs.Contains(word.Lower)) return true;
        if (at == 0 || words[at - 1].Clause != word.Clause) return false;
        if (words[at - 1].Lower == "and") return word.Lower.EndsWith('s') && at + 1 < words.Count && GrammarWords.Determiners.Contains(words[at + 1].Lower);
        if (words[at - 1].Is(WordKind.Function)) return GrammarWords.Auxiliaries.Contains(words[at - 1].Lower)
            && !GrammarWords.Be.Contains(words[at - 1].Lower) && words[at - 1].Lower is not ("no" or "all" or "first" or "both");
        var determined = at + 1 < words.Count && words[at + 1].Clause == word.Clause && GrammarWords.Determiners.Contains(words[at + 1].Lower);
        return words[at - 1].IsContent && !words[at - 1].IsPossessive && determined;
    }

    // "…, defeating Walt Brubaker", "after beating them": done by who did the rest.
    private bool IsParticiple(int at) =>
        words[at].Is(WordKind.Content) && words[at].Lower.Length > 5 && words[at].Lower.EndsWith("ing", StringComparison.Ordinal)
            && !GrammarWords.NounsInIng.Contains(words[at].Lower) && at > 0 && words[at - 1].Sentence == words[at].Sentence
        && (words[at - 1].Lower is "after" or "before" or "by" or "while" or "without" || words[at - 1].Clause != words[at].Clause
        || GrammarWords.ClauseOpeners.Contains(words[at - 1].Lower));

    // "In besieged cities"
    private bool IsAttribute(int at) =>
        at > 0 && at + 1 < words.Count && words[at].Lower.EndsWith("ed", StringComparison.Ordinal) && words[at + 1].IsContent && words[at + 1].Clause == words[at].Clause
        && words[at - 1].Lower is "in" or "of" or "with" or "for" or "from" or "to" or "by" or "at" or "its" or "their" or "his" or "her";

    private bool IsPassive(int verb)
    {
        if (!ClauseReader.IsVerb(words[verb])) return false;
        if (verb + 1 < words.Count && words[verb + 1].Lower == "by") return true;
        for (var i = verb - 1; i >= Math.Max(0, verb - 3) && words[i].Clause == words[verb].Clause && words[i].Is(WordKind.Function); i--)
        {
            if (GrammarWords.Be.Contains(words[i].Lower)) return true;
        }

        return false;
    }

    // "…," said Lotte Graversen.
    private bool IsInverted(int verb) =>
        SpeechWords.ReportingVerbs.Contains(words[verb].Lower) && verb > 0 && verb + 1 < words.Count && words[verb + 1].Clause == words[verb].Clause
        && (words[verb - 1].InQuotes || words[verb - 1].Clause != words[verb].Clause) && (words[verb + 1].Is(WordKind.Name)
        || words[verb + 1].Lower == "the" || SpeechWords.IsRole(words[verb + 1].Lower));

    private List<int> ByAgent(int verb)
    {
        for (var i = verb + 1; i < Math.Min(words.Count, verb + 9) && words[i].Clause == words[verb].Clause; i++)
        {
            if (words[i].Lower == "by") return After(i);
        }

        return [];
    }

    private List<int> After(int at)
    {
        var found = new List<int>();
        for (var i = at + 1; i < Math.Min(words.Count, at + 1 + PatientReach) && words[i].Clause == words[at].Clause; i++)
        {
            if (words[i].IsContent && !IsPlace(i)) found.Add(i);
        }

        return found;
    }

    // "In eastern Antarctica" is where, not who.
    private bool IsPlace(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 3) && words[i].Clause == words[at].Clause; i--)
        {
            if (GrammarWords.Determiners.Contains(words[i].Lower)) continue;
            if (words[i].Is(WordKind.Function)) return words[i].Lower is "in" or "at" or "near" or "from" or "on" or "off" or "during" or "for" or "into" or "after";
            if (words[i].Is(WordKind.Figure)) return false;
        }

        return false;
    }

    private List<int> Before(int verb, List<Frame> earlier)
    {
        var previous = earlier.LastOrDefault(f => words[f.Verb].Sentence == words[verb].Sentence && !Precedes(f.Verb, verb))
            ?? earlier.LastOrDefault(f => words[f.Verb].Sentence == words[verb].Sentence);
        var i = verb - 1;
        while (i >= 0 && words[i].Sentence == words[verb].Sentence && words[i].Is(WordKind.Function) && GrammarWords.Auxiliaries.Contains(words[i].Lower)) i--;
        if (i < 0 || words[i].Sentence != words[verb].Sentence) return [];
        var infinitive = words[verb - 1].Lower == "to";
        if (words[i].Lower is "and" or "or" or "but" or "then") return [.. Shared(previous)];
        if (GrammarWords.Pronouns.Contains(words[i].Lower)) return [.. Pronoun(verb, earlier)];
        var crosses = words[i].Clause != words[verb].Clause && !GrammarWords.Relatives.Contains(words[i].Lower);
        var phrase = Phrase(i, crosses || GrammarWords.Relatives.Contains(words[i].Lower), out var verbBefore);
        return infinitive || (crosses && verbBefore) || phrase.Count == 0 ? [.. phrase.Union(Shared(previous))] : phrase;
    }

    private static bool Precedes(int verb, int other) => other - verb == 1;

    private static IEnumerable<int> Shared(Frame? previous) => previous is null ? [] : previous.Agents.Count > 0 ? previous.Agents : previous.Patients;

    // "He" is whoever acted before, in this sentence or the one before.
    private IEnumerable<int> Pronoun(int verb, List<Frame> earlier)
    {
        var before = earlier.Where(f => words[f.Verb].Sentence == words[verb].Sentence).ToList();
        if (before.Count == 0) before = [.. earlier.Where(f => words[f.Verb].Sentence == words[verb].Sentence - 1)];
        return before.SelectMany(f => f.Agents).Distinct();
    }

    /// <summary>The content words back to the verb before or the clause's start.</summary>
    private List<int> Phrase(int from, bool acrossClauses, out bool endsAtVerb)
    {
        var found = new List<int>();
        endsAtVerb = false;
        for (var i = from; i >= 0 && words[i].Sentence == words[from].Sentence; i--)
        {
            if (words[i].Clause != words[from].Clause && !acrossClauses && !IsAlone(i)) break;
            if (words[i].Is(WordKind.Content) && (ClauseReader.IsVerb(words[i]) || SpeechWords.ReportingVerbs.Contains(words[i].Lower)) && !(i > 0
                && words[i - 1].Lower is "the" or "a"))
            {
                endsAtVerb = true;
                break;
            }


            if (words[i].IsContent && !IsPlace(i)) found.Add(i);
            if (i != from && GrammarWords.ClauseOpeners.Contains(words[i].Lower) && !GrammarWords.Relatives.Contains(words[i].Lower)) break;
        }

        return found;
    }

    // "Jonas Wirth, the leader": a clause of a few words without a verb describes.
    private bool IsAlone(int at) => words[at].Is(WordKind.Name);
}
