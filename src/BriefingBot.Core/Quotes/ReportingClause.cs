namespace BriefingBot.Quotes;

/// <summary>Who a clause says is speaking, and how sure that is.</summary>
/// <param name="Adjacent">True when the clause stands right at the quotation: <c>"…," X said</c> or <c>X said: "…"</c>.</param>
internal sealed record Attribution(SpeakerPhrase Speaker, bool Adjacent);

/// <summary>Finds the speaker in the words around a quotation.</summary>
internal static class ReportingClause
{
    private const int MostSubjectWords = 24;

    /// <summary>Reads <c>X said</c>, <c>said X, ROLE</c> or <c>according to X</c> behind a quotation.</summary>
    /// <param name="clause">The words between the quotation and the sentence's end or the next quotation.</param>
    /// <param name="paused">Whether a comma, question mark or the like parts the quotation from the clause.</param>
    public static Attribution? After(Clause clause, bool paused)
    {
        var first = 0;
        while (first < clause.Count && !clause.IsWord(first)) first++;
        paused |= first > 0;
        if (IsAccordingTo(clause, first)) return Found(SpeakerSubject.Following(clause, first + 2), true);
        if (IsVerb(clause, first) && !clause.IsCapital(first)) return Found(SpeakerSubject.Following(clause, first + 1), true);

        var verb = NextVerb(clause, first);
        if (verb < 0) return AccordingTo(clause, first);
        if (paused && verb - first <= MostSubjectWords && IsSubjectStart(clause, first)
            && SpeakerSubject.Preceding(clause, first, verb, skipConnectors: false) is { } subject)
        {
            return new Attribution(subject, true);
        }

        return AtSentenceEnd(clause, first, verb) ?? AccordingTo(clause, first);
    }

    /// <summary>Reads <c>X said: </c>, <c>X told Reuters that </c> or <c>According to X, </c> before a quotation.</summary>
    public static Attribution? Before(Clause clause)
    {
        if (IsAccordingTo(clause, 0)) return Found(SpeakerSubject.Following(clause, 2), false);
        for (var verb = clause.Count - 1; verb >= 0; verb--)
        {
            if (IsVerb(clause, verb) && SpeakerSubject.Preceding(clause, 0, verb, skipConnectors: true) is { } subject)
            {
                return new Attribution(subject, LeadsIn(clause, verb));
            }

            if (clause.Is(verb, SpeechWords.Characterising) && !IsPassive(clause, verb)
                && SpeakerSubject.Preceding(clause, 0, verb, skipConnectors: true) is { Kind: PhraseKind.Pronoun or PhraseKind.Person or PhraseKind.Name } critic)
            {
                return new Attribution(critic, false);
            }

            if (SharesSubject(clause, verb) && SpeakerSubject.Leading(clause, verb) is { } leader)
            {
                return new Attribution(leader, true);
            }
        }

        return Labelled(clause);
    }

    /// <summary>The subject of a sentence that reports speech in other words: <c>X said that …</c>.</summary>
    public static SpeakerPhrase? Indirect(Clause clause)
    {
        for (var verb = 1; verb < clause.Count; verb++)
        {
            if (!clause.Is(verb, SpeechWords.IndirectVerbs) || IsPassive(clause, verb)) continue;
            return SpeakerSubject.Preceding(clause, 0, verb, skipConnectors: true);
        }

        return null;
    }

    public static bool EndsWithColon(Clause clause) => clause.IsMark(clause.Count - 1, ':');

    private static Attribution? Found(SpeakerPhrase? speaker, bool adjacent) => speaker is null ? null : new Attribution(speaker, adjacent);

    private static bool IsAccordingTo(Clause clause, int at) =>
        clause.IsWord(at) && clause.IsWord(at + 1) && clause.Word(at) is "according" or "According" && clause.Word(at + 1) is "to";

    private static bool IsVerb(Clause clause, int at) =>
        clause.Is(at, SpeechWords.ReportingVerbs) && !IsPassive(clause, at) && !IsNoun(clause, at);

    // "withdrew her remarks", "the claims"
    private static bool IsNoun(Clause clause, int at) =>
        clause.Is(at - 1, SpeechWords.Possessives) || (clause.IsWord(at - 1) && clause.Word(at - 1) is "the" or "a" or "an" or "The" or "A");

    private static bool IsPassive(Clause clause, int verb) =>
        clause.Is(verb - 1, SpeechWords.Passives) || (clause.Is(verb - 1, SpeechWords.Auxiliaries) && clause.Is(verb - 2, SpeechWords.Passives));

    private static int NextVerb(Clause clause, int from)
    {
        for (var i = from; i < clause.Count; i++)
        {
            if (clause.IsMark(i, ';') || clause.IsMark(i, ':')) return -1;
            if (i > from && IsVerb(clause, i)) return i;
        }

        return -1;
    }

    private static bool IsSubjectStart(Clause clause, int at) =>
        !clause.Is(at, SpeechWords.Connectors) && !clause.Is(at, SpeechWords.Prepositions) && !clause.Is(at, SpeechWords.ReportingParticiples)
        && !(clause.IsWord(at) && clause.Word(at).EndsWith("ing") && char.IsLower(clause.Word(at)[0]));

    // `… was "no good" and would go, Smith said on Friday.` – only with the comma and near the sentence's end.
    private static Attribution? AtSentenceEnd(Clause clause, int first, int verb)
    {
        var comma = verb - 1;
        while (comma > first && !clause.IsComma(comma)) comma--;
        if (comma <= first || clause.Count - verb > 9 || clause.Is(verb + 1, SpeechWords.NeverInside)) return null;
        if (!IsSubjectStart(clause, comma + 1)) return null;
        return Found(SpeakerPhraseParser.Parse(clause, comma + 1, verb, skipConnectors: false), false);
    }

    // `Smith left the room, saying "…"`, `Smith left the room and said: "…"`
    private static bool SharesSubject(Clause clause, int verb)
    {
        if (verb < clause.Count - 4) return false;
        return clause.Is(verb, SpeechWords.ReportingParticiples)
            || (IsVerb(clause, verb) && clause.IsWord(verb - 1) && clause.Word(verb - 1) is "and" or "but");
    }

    private static Attribution? AccordingTo(Clause clause, int from)
    {
        for (var i = from; i < clause.Count; i++)
        {
            if (clause.IsComma(i - 1) && IsAccordingTo(clause, i)) return Found(SpeakerSubject.Following(clause, i + 2), false);
        }

        return null;
    }

    private static bool LeadsIn(Clause clause, int verb)
    {
        var last = clause.Count - 1;
        if (verb == last || clause.IsMark(last, ':')) return true;
        return last - verb <= 10 && (clause.IsComma(last) || (last == verb + 1 && clause.IsWord(last) && clause.Word(last) is "that"));
    }

    // Transcripts: `Smith: "We will."`
    private static Attribution? Labelled(Clause clause)
    {
        if (clause.Count is < 2 or > 5 || !EndsWithColon(clause)) return null;
        var speaker = NamePhrase.Start(clause, 0, clause.Count - 1) == 0 ? NamePhrase.Read(clause, 0, clause.Count - 1) : null;
        return speaker is { Kind: PhraseKind.Person } ? new Attribution(speaker, true) : null;
    }
}
