using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>Where the passages bear out one statement of a sentence, and what of it they do not.</summary>
internal sealed class PropositionSupport
{
    public (int Passage, Proposition Proposition)? Best;
    public double Score, Elsewhere, Nowhere, SubjectElsewhere, SubjectPart, SubjectBeside, Swapped, SubjectNew, NewNouns, NewVerb, NewOther, FigureElsewhere, NameElsewhere, VerbElsewhere, NewNames;

    public static List<PropositionSupport> Of(Alignment alignment)
    {
        var actors = alignment.Actors;
        var theirs = alignment.Evidence.Passages.SelectMany((p, i) => new PropositionReader(p).Read().Select(x => (Passage: i, Proposition: x))).ToList();
        var mine = new PropositionReader(alignment.Sentence).Read();
        return [.. mine.Where(m => m.Rest.Count > 0).Select(m => Judge(alignment, actors, m, theirs))];
    }

    public static IEnumerable<string> Explain(Alignment alignment)
    {
        var actors = alignment.Actors;
        var theirs = alignment.Evidence.Passages.SelectMany((p, i) => new PropositionReader(p).Read().Select(x => (Passage: i, Proposition: x))).ToList();
        foreach (var m in new PropositionReader(alignment.Sentence).Read().Where(m => m.Rest.Count > 0))
        {
            var r = Judge(alignment, actors, m, theirs);
            var b = r.Best;
            yield return $"S[{string.Join(' ', m.Subject.Select(i => alignment.Words[i].Text))}] V[{(m.Verb < 0 ? "" : alignment.Words[m.Verb].Text)}] R[{string.Join(' ', m.Rest.Select(i => alignment.Words[i].Text))}]{(m.IsPassive ? " passive" : "")} => score {r.Score:F2} {(b is { } f ? $"S[{string.Join(' ', f.Proposition.Subject.Select(i => alignment.Evidence.Passages[f.Passage].Words[i].Text))}] V[{(f.Proposition.Verb < 0 ? "" : alignment.Evidence.Passages[f.Passage].Words[f.Proposition.Verb].Text)}]" : "")} {(r.SubjectElsewhere > 0 ? "SUBJ-ELSE " : "")}{(r.SubjectPart > 0 ? $"PART {r.SubjectPart:F2} " : "")}{(r.SubjectBeside > 0 ? "BESIDE " : "")}{(r.Swapped > 0 ? "SWAP " : "")}{(r.NewVerb > 0 ? "NEWVERB " : "")}nouns {r.NewNouns} else {r.Elsewhere:F2} nowhere {r.Nowhere:F2}";
        }
    }

    private static PropositionSupport Judge(Alignment alignment, Actors actors, Proposition mine, List<(int Passage, Proposition Proposition)> theirs)
    {
        var words = alignment.Words;
        var result = new PropositionSupport();
        var rest = mine.Rest;
        var weights = rest.ToDictionary(i => i, i => Weight(alignment, i));
        var total = weights.Values.Sum();
        if (total == 0) return result;
        (int Passage, Proposition Proposition)? best = null;
        foreach (var their in theirs)
        {
            var score = rest.Sum(i => Holds(alignment, i, their.Passage, their.Proposition.First, their.Proposition.Last) ? weights[i] : 0) / total
                + (0.3 * rest.Sum(i => alignment.PlacesOf(i).Any(p => p.Passage == their.Passage && alignment.Evidence[p].Sentence == their.Proposition.Sentence) ? weights[i] : 0) / total)
                + (mine.Subject.Count > 0 && actors.AreSame(mine.Subject, [.. their.Proposition.Subject.Select(i => alignment.Evidence.Passages[their.Passage].Words[i])]) ? 0.15 : 0);
            if (score > result.Score) (result.Score, best) = (score, their);
        }

        foreach (var i in rest.Concat(mine.Subject).Distinct())
        {
            var w = words[i];
            if (alignment.PlacesOf(i).Count == 0)
            {
                if (w.Is(WordKind.Content) && !w.InQuotes && IsNews(alignment, i))
                {
                    if (mine.Subject.Contains(i)) result.SubjectNew++;
                    if (i == mine.Verb) result.NewVerb = 1;
                    else if (IsAdjective(w.Lower)) result.NewOther++;
                    else result.NewNouns++;
                    if (rest.Contains(i)) result.Nowhere += weights[i] / total;
                }
            }
            else if (best is { } b && rest.Contains(i) && !alignment.PlacesOf(i).Any(p => p.Passage == b.Passage && alignment.Evidence[p].Sentence == b.Proposition.Sentence))
            {
                result.Elsewhere += weights[i] / total;
                if (w.Is(WordKind.Figure)) result.FigureElsewhere++;
                if (w.Is(WordKind.Name)) result.NameElsewhere++;
                if (i == mine.Verb) result.VerbElsewhere = 1;
            }
        }

        result.Best = best;
        if (best is { } found && mine.Subject.Count > 0) JudgeSubject(alignment, actors, mine, found, result);
        return result;
    }

    private static void JudgeSubject(Alignment alignment, Actors actors, Proposition mine, (int Passage, Proposition Proposition) found, PropositionSupport result)
    {
        if (result.Score < 0.5 || found.Proposition.Verb < 0) return;
        var (their, words) = (found.Proposition, alignment.Evidence.Passages[found.Passage].Words);
        Word[] Of(IEnumerable<int> indices) => [.. indices.Select(i => words[i])];
        var actor = mine.IsPassive == their.IsPassive || mine.Verb < 0 ? Of(their.Subject) : mine.IsPassive ? Of(their.Rest) : their.Agent.Count > 0 ? Of(their.Agent) : Of(their.Subject.Concat(their.Rest));
        if (actor.Length == 0) return;
        var known = mine.Subject.Where(i => (alignment.PlacesOf(i).Count > 0 || alignment.Words[i].Is(WordKind.Name)) && !IsAnyone(alignment.Words[i])).ToList();
        if (known.Count == 0) return;
        if (actors.AreSame(mine.Subject, actor))
        {
            var (all, same) = (0.0, 0.0);
            var sentence = words.Where(w => w.Sentence == their.Sentence).ToList();
            foreach (var i in known)
            {
                var weight = Weight(alignment, i);
                all += weight;
                if (actor.Concat(sentence).Any(w => actors.IsOne(alignment.Words[i], w))) same += weight;
            }

            result.SubjectPart = 1 - (same / all);
            return;
        }

        if (actor.All(IsAnyone)) return;
        if (mine.IsPassive == their.IsPassive && actors.AreSame(mine.Subject, Of(their.Rest)) && mine.Rest.Any(i => Of(their.Subject).Any(w => actors.IsOne(alignment.Words[i], w)))) result.Swapped = 1;
        else if (actors.AreSame(mine.Subject, [.. words.Where(w => w.Sentence == their.Sentence)])) result.SubjectBeside = 1;
        else result.SubjectElsewhere = 1;
    }

    private static bool IsAnyone(Word word) => GrammarWords.Anyone.Contains(word.Lower);

    private static bool Holds(Alignment alignment, int i, int passage, int first, int last) => alignment.PlacesOf(i).Any(p => p.Passage == passage && p.Index >= first && p.Index <= last);

    /// <summary>What a word is worth: less when many sentences of the passages have it, little when any report may use it.</summary>
    private static double Weight(Alignment alignment, int i)
    {
        var word = alignment.Words[i];
        if (GrammarWords.Light.Contains(word.Lower) || SpeechWords.ReportingVerbs.Contains(word.Lower)) return CheckingWeights.LightWord;
        var sentences = alignment.PlacesOf(i).Select(p => (p.Passage, alignment.Evidence[p].Sentence)).Distinct().Count();
        return (GrammarWords.Generic.Contains(word.Lower) ? 0.5 : 1) / Math.Sqrt(Math.Max(1, sentences));
    }

    private static bool IsNews(Alignment alignment, int index) => CoverageCheck.IsNews(alignment, index);

    private static bool IsAdjective(string lower) => lower.EndsWith("ly", StringComparison.Ordinal) || lower.EndsWith("ive", StringComparison.Ordinal) || lower.EndsWith("ous", StringComparison.Ordinal)
        || lower.EndsWith("al", StringComparison.Ordinal) || lower.EndsWith("ful", StringComparison.Ordinal) || lower.EndsWith("able", StringComparison.Ordinal) || lower.EndsWith("ic", StringComparison.Ordinal);
}
