using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>Marks which words a negation or a hedge reaches: those after it in its clause.</summary>
internal static class ScopeReader
{
    /// <summary>Words that a negation reaches at most.</summary>
    private const int Reach = 12;

    public static List<Word> Mark(List<Word> words)
    {
        var denials = new int[words.Count];
        var hedges = new Hedge[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            MarkNegation(words, i, denials);
            MarkHedge(words, i, hedges);
        }

        return [.. words.Select((word, i) => word with { Negated = denials[i] % 2 == 1, Hedge = hedges[i] })];
    }

    private static void MarkNegation(List<Word> words, int at, int[] denials)
    {
        if (!Denies(words, at)) return;
        for (var i = at + 1; i < words.Count && i <= at + Reach && words[i].Clause == words[at].Clause; i++) denials[i]++;
        if (GrammarWords.DenyingPronouns.Contains(words[at].Lower))
        {
            for (var i = at - 1; i >= Math.Max(0, at - 2) && words[i].Clause == words[at].Clause; i--)
            {
                if (words[i].Is(WordKind.Content)) denials[i]++;
            }
        }
        else if (!GrammarWords.IsNegator(words[at].Lower) && IsPassive(words, at))
        {
            for (var i = at - 1; i >= 0 && words[i].Clause == words[at].Clause; i--) denials[i]++;
        }
    }

    /// <summary>Whether the word denies something: "not" but not "not only", "ruled out" but not "ruled".</summary>
    public static bool Denies(List<Word> words, int at)
    {
        var (word, next) = (words[at].Lower, at + 1 < words.Count ? words[at + 1].Lower : "");
        if (GrammarWords.IsNegator(word)) return !(word is "not" or "no" or "nothing" && next is "only" or "just" or "merely" or "least" or "fewer" or "less" or "more" or "doubt" or "later" or "sooner" or "but");
        if (!GrammarWords.DenyingVerbs.Contains(word)) return false;
        return word switch
        {
            "ruled" => next == "out",
            "free" => next is "of" or "from",
            "yet" or "failed" or "fails" or "fail" or "failing" or "unable" or "declined" or "declines" or "decline" => next == "to",
            "off" => at > 0 && words[at - 1].Lower is "call" or "called" or "calling",
            "dropped" => HasPlan(words, at),
            _ => true,
        };
    }

    private static bool HasPlan(List<Word> words, int at) =>
        words.Any(w => w.Clause == words[at].Clause && w.Lower is "plan" or "plans" or "proposal" or "proposals" or "idea" or "charges" or "case" or "bid");

    private static bool IsPassive(List<Word> words, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 3) && words[i].Clause == words[at].Clause; i--)
        {
            if (GrammarWords.Be.Contains(words[i].Lower)) return true;
        }

        return false;
    }

    private static void MarkHedge(List<Word> words, int at, Hedge[] hedges)
    {
        var hedge = HedgeOf(words, at);
        if (hedge == Hedge.None) return;
        var from = GrammarWords.HedgingAdverbs.Contains(words[at].Lower) || IsPassive(words, at) ? 0 : at + 1;
        for (var i = from; i < words.Count; i++)
        {
            if (words[i].Clause > words[at].Clause && !ContinuesWithThat(words, at, i)) break;
            if (words[i].Clause >= words[at].Clause && hedges[i] < hedge) hedges[i] = hedge;
        }
    }

    // "Officials believe that …"
    private static bool ContinuesWithThat(List<Word> words, int at, int i)
    {
        if (words[i].Clause != words[at].Clause + 1) return false;
        while (words[i - 1].Clause == words[i].Clause) i--;
        return words[i].Lower == "that";
    }

    private static Hedge HedgeOf(List<Word> words, int at)
    {
        var word = words[at];
        if (word.Is(WordKind.Name) || (word.Lower == "may" && word.Text == "May" && !word.OpensSentence)) return Hedge.None;
        if (GrammarWords.Possible.Contains(word.Lower)) return word.Lower is "appears" && !NextIs(words, at, "to") ? Hedge.None : Hedge.Possible;
        if (GrammarWords.Expected.Contains(word.Lower)) return Hedge.Expected;
        return GrammarWords.Future.Contains(word.Lower) || (GrammarWords.Be.Contains(word.Lower) && NextIs(words, at, "to")) ? Hedge.Will : Hedge.None;
    }

    private static bool NextIs(List<Word> words, int at, string next) => at + 1 < words.Count && words[at + 1].Lower == next;
}
