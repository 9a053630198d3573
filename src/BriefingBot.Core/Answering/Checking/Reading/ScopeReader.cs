using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>Marks which words a negation reaches, its whole clause, and which a hedge reaches: those after it.</summary>
internal static class ScopeReader
{
    public static List<Word> Mark(List<Word> words)
    {
        var (denials, plain) = (new int[words.Count], new int[words.Count]);
        var hedges = new Hedge[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            MarkNegation(words, i, denials, plain);
            MarkHedge(words, i, hedges);
        }

        return [.. words.Select((word, i) => word with { Negated = denials[i] % 2 == 1, PlainlyNegated = plain[i] % 2 == 1, Hedge = hedges[i] })];
    }

    // Word order does not tell: "no payment details were taken", "payment details were not taken".
    private static void MarkNegation(List<Word> words, int at, int[] denials, int[] plain)
    {
        // "Non-binding"
        if (words[at].Lower == "non" && at + 1 < words.Count) (denials[at + 1], plain[at + 1]) = (denials[at + 1] + 1, plain[at + 1] + 1);
        if (!Denies(words, at) || IsSecondHalf(words, at)) return;
        var first = at;
        // "Settled without admitting guilt": what stands before was done.
        var forward = words[at].Lower == "without" && at + 1 < words.Count && words[at + 1].Lower.EndsWith("ing", StringComparison.Ordinal);
        if (!forward && !IsVerbOfDenial(words, at) && !(at > 0 && words[at - 1].Lower is "with" or "of" or "to")) while (first > 0
            && words[first - 1].Clause == words[at].Clause && !IsTelling(words, first - 1, at)
            && !(first > 1 && first < at && GrammarWords.Pronouns.Contains(words[first].Lower) && words[first - 1].IsContent)) first--;
        else if (IsPassive(words, at)) while (first > 0 && words[first - 1].Clause == words[at].Clause) first--;
        for (var i = first; i < words.Count && (words[i].Clause == words[at].Clause || (IsDenialThat(words, at) && ContinuesWithThat(words, at, i))); i++)
        {
            if (i == at && IsVerbOfDenial(words, at)) continue;
            // What is denied inside a quotation is not denied by who says it.
            if (words[i].InQuotes != words[at].InQuotes) continue;
            denials[i]++;
            if (!IsMild(words[at])) plain[i]++;
        }
    }

    // "The union said the airline had not …": what is said is denied, not who says it.
    private static bool IsTelling(List<Word> words, int telling, int at) =>
        words[telling].Lower is "said" or "says" or "say" or "told" or "added" or "announced" && at - telling > 1;

    // "Police deny that …", "deny reports that …", "no sign that …"
    private static bool IsDenialThat(List<Word> words, int at) => words[at].Lower is "deny" or "denies" or "denied" or "denying" or "dismissed" or "rejected"
        || (words[at].Lower == "no" && at + 1 < words.Count && words[at + 1].Lower is "indication" or "indications" or "sign" or "signs" or "evidence" or "proof" or "suggestion" or "reason");

    private static bool IsMild(Word word) => GrammarWords.MildDenials.Contains(word.Lower) || GrammarWords.MildDenials.Contains(word.Stem);

    // Who refuses is not denied; what is refused is.
    private static bool IsVerbOfDenial(List<Word> words, int at) => !GrammarWords.IsNegator(words[at].Lower);

    // "Neither … nor" denies once.
    private static bool IsSecondHalf(List<Word> words, int at) =>
        words[at].Lower == "nor" && words.Take(at).Any(w => w.Clause == words[at].Clause && w.Lower == "neither");

    /// <summary>Whether the word denies something: "not" but not "not only", "ruled out" but not "ruled".</summary>
    public static bool Denies(List<Word> words, int at)
    {
        var (word, next) = (words[at].Lower, at + 1 < words.Count ? words[at + 1].Lower : "");
        // "Medics Without Borders"
        if (char.IsUpper(words[at].Text[0]) && !words[at].OpensSentence) return false;
        if (GrammarWords.IsNegator(word)) return !(word is "not" or "no" or "nothing"
            && next is "confidence" or "only" or "just" or "merely" or "least" or "fewer" or "less" or "more" or "doubt" or "later" or "sooner" or "but" or "cost" or "charge" or "fee" or "all" or "every" or "everyone");
        if (GrammarWords.DenyingVerbs.Contains(words[at].Stem) && words[at].Stem.Contains('_', StringComparison.Ordinal)) return true;
        if (!GrammarWords.DenyingVerbs.Contains(word)) return false;
        return word switch
        {
            "ruled" => next == "out",
            "short" => next == "of",
            "free" => next is "of" or "from" && !(at + 2 < words.Count && words[at + 2].Lower == "charge"),
            "cancelling" or "canceling" or "cancelled" or "canceled" or "cancels" or "cancel" => next != "out",
            "abandon" or "abandons" or "abandoned" or "abandoning" => HasPlan(words, at),
            "yet" or "failed" or "fails" or "fail" or "failing" or "unable" or "declined" or "declines" or "decline" => next == "to",
            "off" => at > 0 && GrammarWords.Be.Contains(words[at - 1].Lower),
            "stop" or "stops" or "stopped" => next is not ("by" or "at" or "short"),
            "dropped" => HasPlan(words, at),
            _ => true,
        };
    }

    private static bool HasPlan(List<Word> words, int at) =>
        words.Any(w => w.Clause == words[at].Clause
            && w.Lower is "plan" or "plans" or "proposal" or "proposals" or "idea" or "ideas" or "effort" or "efforts" or "attempt" or "attempts" or "search" or "project" or "scheme" or "claim" or "charges" or "case" or "bid");

    private static bool IsPassive(List<Word> words, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 3) && words[i].Clause == words[at].Clause; i--)
        {
            if (GrammarWords.Be.Contains(words[i].Lower) || words[i].Lower is "remain" or "remains" or "remained") return true;
        }

        return false;
    }

    private static void MarkHedge(List<Word> words, int at, Hedge[] hedges)
    {
        var hedge = HedgeOf(words, at);
        if (hedge == Hedge.None) return;
        var from = GrammarWords.HedgingAdverbs.Contains(words[at].Lower) || words[at].Lower is "may" or "might" or "could" || (IsPassive(words, at) && !NextIs(words, at, "to")) ? 0 : at + 1;
        // Who says it is not in doubt.
        var telling = words.Take(at).Index().LastOrDefault(w => w.Item.Clause == words[at].Clause && w.Item.Lower is "said" or "says" or "say" or "told" or "warned" or "suggested" or "added" or "believe" or "believes", (Index: -1, Item: words[at])).Index;
        for (var i = Math.Max(from, telling + 1); i < words.Count; i++)
        {
            if (i == at) continue;
            if (words[i].Clause > words[at].Clause && !ContinuesWithThat(words, at, i)) break;
            if (from > 0 && i > at + 2 && words[i].Lower is "was" or "were" or "has" or "had" && words[i].Clause == words[at].Clause
                && GrammarWords.Auxiliaries.Contains(words[at].Lower)) break;
            if (words[i].Clause >= words[at].Clause && hedges[i] < hedge) hedges[i] = hedge;
        }
    }

    // "Officials believe that …"
    private static bool ContinuesWithThat(List<Word> words, int at, int i)
    {
        if (words[i].Clause != words[at].Clause + 1) return false;
        while (words[i - 1].Clause == words[i].Clause) i--;
        return words[i].Lower is "that" or "including";
    }

    private static Hedge HedgeOf(List<Word> words, int at)
    {
        var word = words[at];
        if (word.Is(WordKind.Name) || (word.Lower == "may" && word.Text == "May" && !word.OpensSentence)) return Hedge.None;
        // "Neither could veto the other"
        if (word.Lower is "could" or "may" && words.Take(at).Any(w => w.Clause == word.Clause && w.Lower is "neither" or "nobody" or "none" or "no")) return Hedge.None;
        // "Could not supply" is inability.
        if (word.Lower is "could" or "may" or "might" && at + 1 < words.Count && words[at + 1].Lower is "not" or "no" or "never" or "hardly" && word.Lower == "could") return Hedge.None;
        // "A new route was being considered"
        if (word.Lower is "considered" or "discussed" or "studied" or "debated" or "mulled" or "weighed" or "examined" or "explored" && at > 0 && words[at - 1].Lower == "being") return Hedge.Possible;
        if (word.Lower is "due" or "set" or "poised" or "slated" or "about" or "scheduled" && NextIs(words, at, "to") && at > 0 && GrammarWords.Be.Contains(words[at - 1].Lower)) return Hedge.Expected;
        if (GrammarWords.Possible.Contains(word.Lower)) return word.Lower is "appears" && !NextIs(words, at, "to") ? Hedge.None : Hedge.Possible;
        // "The proposed tax was rejected" hedges nothing.
        if (at > 0 && GrammarWords.Determiners.Contains(words[at - 1].Lower) && word.Lower.EndsWith("ed", StringComparison.Ordinal)
            && GrammarWords.Expected.Contains(word.Lower)) return Hedge.None;
        if (GrammarWords.Expected.Contains(word.Lower)) return Hedge.Expected;
        if (word.Lower is "has" or "have" && NextIs(words, at, "to")) return Hedge.Expected;
        if (word.Lower is "looking" && NextIs(words, at, "at")) return Hedge.Possible;
        return GrammarWords.Future.Contains(word.Lower) || (GrammarWords.Be.Contains(word.Lower) && NextIs(words, at, "to")) ? Hedge.Will : Hedge.None;
    }

    private static bool NextIs(List<Word> words, int at, string next) => at + 1 < words.Count && words[at + 1].Lower == next;
}
