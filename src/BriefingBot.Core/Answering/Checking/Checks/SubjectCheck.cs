using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;

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
        var theirs = alignment.Stated;
        foreach (var mine in alignment.Propositions.Where(p => p.Subject.Count > 0 && p.Rest.Count > 0 && p.Verb >= 0 && p.Reference < Reference.Person))
        {
            var known = mine.Subject.Where(i => alignment.PlacesOf(i).Count > 0 && !GrammarWords.Anyone.Contains(alignment.Words[i].Lower)).ToList();
            if (GrammarWords.Receiving.Contains(alignment.Words[mine.Verb].Lower)) continue;
            if (known.Count == 0 || alignment.Words[mine.Verb].InQuotes || mine.Subject.Any(i => alignment.Words[i].InQuotes)) continue;
            var stated = Stated.Holding(alignment, mine.Rest, theirs);
            if (stated.Count == 0 || !IsTold(alignment, mine, stated)) continue;
            if (stated.Any(s => IsOfSame(alignment, actors, mine, s))) continue;
            var text = alignment.Words[known[^1]].Text;
            yield return new Objection(ObjectionKind.Role, text, $"the cited passages say this of someone else than {text}");
        }
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
        if (actor.Count == 0 || actor.All(w => GrammarWords.Anyone.Contains(w.Lower))) return true;
        if (actors.AreSame(mine.Subject, actor)) return their.Reference != Reference.Definite || IsNamedBefore(alignment, mine, stated);
        if (sameVoice && IsSwapped(alignment, actors, mine, stated)) return false;
        // "The agency found no …" for "there was no …, the agency said".
        if (their.Speaker.Count > 0 && actors.AreSame(mine.Subject, stated.Words(their.Speaker))) return true;
        if (IsMeant(alignment, actors, mine, stated, sameVoice) || IsTurned(alignment, actors, mine, stated)) return true;
        if (!actors.AreSame(mine.Subject, stated.Sentence)) return false;
        if (!sameVoice || !alignment.Words[mine.Verb].Means(stated.Text.Words[their.Verb])) return true;
        // In the same sentence, but doing something else there, or doing it to them.
        return !stated.Others.Any(o => actors.AreSame(mine.Subject, stated.Words(o.Subject)))
            && !stated.All.Any(o => o.Sentence == their.Sentence && actors.AreSame(mine.Subject, stated.Words(o.Agent)));
    }

    /// <summary>Whether each stands in the other's place: "A sued B" for "B sued A".</summary>
    private static bool IsSwapped(Alignment alignment, Actors actors, Proposition mine, Stated stated) =>
        alignment.Words[mine.Verb].Means(stated.Text.Words[stated.Proposition.Verb]) && actors.AreSame(mine.Subject, stated.Words(stated.Proposition.Rest))
            && mine.Rest.Any(i => stated.Words(stated.Proposition.Subject).Any(w => actors.IsOne(alignment.Words[i], w)));

    /// <summary>"The draw ended …" for "drew to end …"; "Palisade put the price at …" for "the price was …": the same with another subject.</summary>
    private static bool IsTurned(Alignment alignment, Actors actors, Proposition mine, Stated stated)
    {
        var (their, verb) = (stated.Words(stated.Proposition.Subject), stated.Text.Words[stated.Proposition.Verb]);
        if (mine.Subject.Any(i => alignment.Words[i].Is(WordKind.Content) && (alignment.Words[i].Means(verb) || CoverageCheck.AreOneFamily(alignment.Words[i], verb)))) return true;
        return !alignment.Words[mine.Verb].Means(verb) && their.All(w => mine.Rest.Any(i => actors.IsOne(alignment.Words[i], w)));
    }

    // "The airline" is none that its passage does not name.
    private static bool IsNamedBefore(Alignment alignment, Proposition mine, Stated stated) =>
        mine.Subject.All(i => !alignment.Words[i].Is(WordKind.Name)) || stated.Text.Words.Any(w => w.Is(WordKind.Name) && mine.Subject.Any(i => alignment.Actors.IsOne(alignment.Words[i], w)));

    /// <summary>"She", "the firm" may be whoever the sentence before speaks of.</summary>
    private static bool IsMeant(Alignment alignment, Actors actors, Proposition mine, Stated stated, bool sameVoice)
    {
        var their = stated.Proposition;
        if (sameVoice && their.Reference != Reference.Own)
        {
            if (stated.Before.Count == 0 && (their.Reference > Reference.Definite || !actors.AreSame(mine.Subject, stated.Sentence))) return true;
            if (their.Reference == Reference.Thing && !mine.Subject.Any(i => alignment.Words[i].Is(WordKind.Name)) && actors.AreSame(mine.Subject, [.. stated.Before, .. stated.Sentence])) return true;
            var names = mine.Subject.Select(i => alignment.Words[i]).Where(w => w.Is(WordKind.Name)).ToList();
            if (names.Count > 0 && their.Reference == Reference.Definite && stated.Words(their.Subject).Any(w => actors.IsOfAnother(w, names))) return false;
            if ((names.Count > 0 || their.Reference == Reference.Definite) && actors.AreSame(mine.Subject, stated.Before)) return true;
        }

        if (sameVoice && stated.IsNamedLater(next => actors.AreSame(mine.Subject, next))) return true;
        return mine.Reference == Reference.Definite && stated.Words(their.Subject).Any(w => w.Is(WordKind.Name)) && actors.AreSame(mine.Subject, stated.Before)
            && !mine.Subject.Any(i => actors.IsOfAnother(alignment.Words[i], stated.Words(their.Subject)));
    }
}
