using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>
/// What a sentence states must be stated of the same ones where the passages state it. For each statement the
/// passages' statements that hold most of it are found; one of them has to be about whoever the sentence names.
/// </summary>
internal static class SubjectCheck
{
    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        var actors = alignment.Actors;
        var theirs = alignment.Evidence.Passages.SelectMany((p, i) => new PropositionReader(p).Read().Where(x => x.Rest.Count > 0 || x.Agent.Count > 0).Select(x => new Stated(p, i, x))).ToList();
        foreach (var mine in new PropositionReader(alignment.Sentence).Read().Where(p => p.Subject.Count > 0 && p.Rest.Count > 0 && p.Verb >= 0 && p.Reference < Reference.Person))
        {
            var known = mine.Subject.Where(i => alignment.PlacesOf(i).Count > 0 && !GrammarWords.Anyone.Contains(alignment.Words[i].Lower)).ToList();
            if (GrammarWords.Receiving.Contains(alignment.Words[mine.Verb].Lower)) continue;
            if (known.Count == 0 || mine.Subject.Any(i => alignment.Words[i].InQuotes)) continue;
            var stated = Candidates(alignment, mine, theirs);
            if (stated.Count == 0) continue;
            if (stated.Any(s => IsOfSame(alignment, actors, mine, s))) continue;
            var text = alignment.Words[known[^1]].Text;
            yield return new Objection(ObjectionKind.Role, text, $"the cited passages say this of someone else than {text}");
        }
    }

    /// <summary>The passages' statements that hold most of what this one says.</summary>
    private static List<Stated> Candidates(Alignment alignment, Proposition mine, List<Stated> theirs)
    {
        var weights = mine.Rest.ToDictionary(i => i, i => Weight(alignment, i));
        var total = weights.Values.Sum();
        var scored = theirs.Select(s => (Stated: s, Score: mine.Rest.Sum(i => s.Holds(alignment.PlacesOf(i)) ? weights[i] : 0))).ToList();
        var best = scored.Select(s => s.Score).DefaultIfEmpty(0).Max();
        if (best < CheckingWeights.StatedWords || best < CheckingWeights.StatedShare * total) return [];
        var found = scored.Where(s => s.Score >= CheckingWeights.AsGood * best).Select(s => s.Stated).ToList();
        return IsTold(alignment, mine, found) ? found : [];
    }

    // Something else may be stated of another one with the same nouns.
    private static bool IsTold(Alignment alignment, Proposition mine, List<Stated> found) =>
        GrammarWords.Generic.Contains(alignment.Words[mine.Verb].Lower) || GrammarWords.Light.Contains(alignment.Words[mine.Verb].Lower) || found.Any(s => s.Holds(alignment.PlacesOf(mine.Verb)));

    private static bool IsOfSame(Alignment alignment, Actors actors, Proposition mine, Stated stated)
    {
        var their = stated.Proposition;
        // Nobody is said to have done it.
        if (their.Verb < 0 || (their.IsPassive && !mine.IsPassive && their.Agent.Count == 0)) return true;
        var sameVoice = mine.IsPassive == their.IsPassive;
        var actor = stated.Words(sameVoice ? their.Subject : mine.IsPassive ? their.Rest : their.Agent);
        if (actor.Count == 0 || actor.All(w => GrammarWords.Anyone.Contains(w.Lower)) || actors.AreSame(mine.Subject, actor)) return true;
        if (IsMeant(alignment, actors, mine, stated, sameVoice) || IsTurned(alignment, actors, mine, stated)) return true;
        if (!actors.AreSame(mine.Subject, stated.Sentence)) return false;
        // In the same sentence, but as whom it was done to.
        return !(sameVoice && alignment.Words[mine.Verb].Means(stated.Text.Words[their.Verb]) && actors.AreSame(mine.Subject, stated.Words(their.Rest))
            && !actors.AreSame(mine.Subject, stated.Words(their.Subject)) && mine.Rest.Any(i => stated.Words(their.Subject).Any(w => actors.IsOne(alignment.Words[i], w))));
    }

    /// <summary>"The draw ended …" for "drew to end …"; "Palisade put the price at …" for "the price was …": the same with another subject.</summary>
    private static bool IsTurned(Alignment alignment, Actors actors, Proposition mine, Stated stated)
    {
        var (their, verb) = (stated.Words(stated.Proposition.Subject), stated.Text.Words[stated.Proposition.Verb]);
        if (mine.Subject.Any(i => alignment.Words[i].Is(WordKind.Content) && (alignment.Words[i].Means(verb) || CoverageCheck.AreOneFamily(alignment.Words[i], verb)))) return true;
        return !alignment.Words[mine.Verb].Means(verb) && their.All(w => mine.Rest.Any(i => actors.IsOne(alignment.Words[i], w)));
    }

    /// <summary>"She", "the firm" may be whoever the sentence before speaks of.</summary>
    private static bool IsMeant(Alignment alignment, Actors actors, Proposition mine, Stated stated, bool sameVoice)
    {
        var their = stated.Proposition;
        if (sameVoice && their.Reference != Reference.Own)
        {
            if ((their.Sentence == 0 && !actors.AreSame(mine.Subject, stated.Sentence)) || (their.Reference == Reference.Thing && !mine.Subject.Any(i => alignment.Words[i].Is(WordKind.Name)))) return true;
            var names = mine.Subject.Select(i => alignment.Words[i]).Where(w => w.Is(WordKind.Name)).ToList();
            if (names.Count > 0 && their.Reference == Reference.Definite && stated.Words(their.Subject).Any(w => actors.IsOfAnother(w, names))) return false;
            if ((names.Count > 0 || their.Reference == Reference.Definite) && actors.AreSame(mine.Subject, stated.Before)) return true;
        }

        return mine.Reference == Reference.Definite && stated.Words(their.Subject).Any(w => w.Is(WordKind.Name)) && actors.AreSame(mine.Subject, stated.Before)
            && !mine.Subject.Any(i => actors.IsOfAnother(alignment.Words[i], stated.Words(their.Subject)));
    }

    /// <summary>What a word is worth: less when many sentences of the passages have it, little when any report may use it.</summary>
    private static double Weight(Alignment alignment, int i)
    {
        var word = alignment.Words[i];
        if (GrammarWords.Light.Contains(word.Lower) || SpeechWords.ReportingVerbs.Contains(word.Lower)) return CheckingWeights.LightWord;
        var sentences = alignment.PlacesOf(i).Select(p => (p.Passage, alignment.Evidence[p].Sentence)).Distinct().Count();
        return (GrammarWords.Generic.Contains(word.Lower) ? CheckingWeights.GenericWord : 1) / Math.Sqrt(Math.Max(1, sentences));
    }

    /// <summary>A statement of a passage.</summary>
    private sealed record Stated(TextReading Text, int Passage, Proposition Proposition)
    {
        public List<Word> Sentence { get; } = [.. Text.Words.Where(w => w.Sentence == Proposition.Sentence)];

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
    }
}
