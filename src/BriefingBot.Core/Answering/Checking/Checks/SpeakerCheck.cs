using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>What a sentence has someone say must not be said by someone else in the passages.</summary>
internal static class SpeakerCheck
{
    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        var theirs = alignment.Stated;
        foreach (var mine in alignment.Propositions.Where(p => p.Speaker.Count > 0 && p.SpeakerReference < Reference.Thing && p.Rest.Count > 0))
        {
            var known = mine.Speaker.Where(i => alignment.PlacesOf(i).Count > 0 && !GrammarWords.Anyone.Contains(alignment.Words[i].Lower)).ToList();
            if (known.Count == 0 || known.Contains(alignment.KeptSubject(alignment.Nearest(known[^1], 1, i => SpeechWords.ReportingVerbs.Contains(alignment.Words[i].Lower))))) continue;
            var stated = Stated.Holding(alignment, [.. mine.Rest.Concat(mine.Subject).Except(mine.Speaker)], theirs);
            if (stated.Count == 0 || stated.Any(s => IsBySame(alignment, mine, s))) continue;
            var text = alignment.Words[known[^1]].Text;
            yield return new Objection(ObjectionKind.Role, text, $"the cited passages have someone else than {text} say this");
        }
    }

    private static bool IsBySame(Alignment alignment, Proposition mine, Stated stated)
    {
        var their = stated.Proposition;
        if (their.Speaker.Count == 0) return true;
        var speaker = stated.Words(their.Speaker);
        if (speaker.All(w => GrammarWords.Anyone.Contains(w.Lower)) || alignment.Actors.AreSame(mine.Speaker, speaker)) return true;
        return their.SpeakerReference != Reference.Own && (their.Sentence == 0 || alignment.Actors.AreSame(mine.Speaker, stated.Before));
    }
}
