using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>When two sentences are joined, the second may lose its subject only if it is the first one's: not "Ode resigned and won", when someone else won.</summary>
internal static class JoinCheck
{
    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        for (var i = 1; i < alignment.Words.Count; i++)
        {
            if (alignment.Provenance[i] is not { } place || alignment.Words[i].InQuotes || !ClauseReader.IsVerb(alignment.Words[i]) || HasSubject(alignment, i)) continue;
            var text = alignment.Evidence.Passages[place.Passage].Words;
            var subject = Enumerable.Range(0, place.Index).Where(j => text[j].Clause == text[place.Index].Clause && text[j].Is(WordKind.Name)).Select(j => text[j]).ToList();
            if (subject.Count == 0 || subject.Exists(s => Enumerable.Range(0, i).Any(k => alignment.Actors.IsOne(alignment.Words[k], s)))) continue;
            yield return new Objection(ObjectionKind.Role, alignment.Words[i].Text, $"the cited passages say “{alignment.Words[i].Text}” of {subject[0].Text}");
        }
    }

    private static bool HasSubject(Alignment alignment, int verb)
    {
        for (var i = verb - 1; i >= 0 && alignment.Words[i].Clause == alignment.Words[verb].Clause; i--)
        {
            if (alignment.Words[i].IsContent && !GrammarWords.Light.Contains(alignment.Words[i].Lower)) return true;
        }

        return false;
    }
}
