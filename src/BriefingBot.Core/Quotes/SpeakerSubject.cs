namespace BriefingBot.Quotes;

/// <summary>Cuts the speaker's noun phrase, with the description set off by commas, out of a reporting clause.</summary>
internal static class SpeakerSubject
{
    private const int MostAppositions = 4;
    private const int MostRoleWords = 14;

    /// <summary>The subject that ends before the verb: <c>X</c>, <c>X, ROLE,</c>, <c>X, who …,</c>.</summary>
    public static SpeakerPhrase? Preceding(Clause clause, int from, int verb, bool skipConnectors)
    {
        var end = verb;
        while (end > from && (clause.Is(end - 1, SpeechWords.Auxiliaries) || IsAdverb(clause, end - 1))) end--;
        end = WithoutTime(clause, from, end);
        if (clause.IsMark(end - 1, ')')) end = OpeningBracket(clause, from, end - 1);
        if (end <= from) return null;
        if (clause.IsComma(end - 1)) return Apposed(clause, from, end, skipConnectors);

        var start = SegmentStart(clause, from, end);
        if (clause.Word(start) is "who" && start > from && clause.IsComma(start - 1)) return Preceding(clause, from, start - 1, skipConnectors);
        if (SpeakerPhraseParser.Parse(clause, start, end, skipConnectors) is not { } speaker) return null;
        return speaker is { Role: null, IsNamed: true } && start > from && clause.IsComma(start - 1)
            ? speaker with { Role = RoleIn(clause, SegmentStart(clause, from, start - 1), start - 1) }
            : speaker;
    }

    /// <summary>The subject after the verb: <c>said X, ROLE, …</c>.</summary>
    public static SpeakerPhrase? Following(Clause clause, int from)
    {
        var end = from;
        while (end < clause.Count && end - from < MostRoleWords && Continues(clause, from, end)) end++;
        if (SpeakerPhraseParser.Parse(clause, from, end, skipConnectors: false) is not { } speaker) return null;
        if (speaker.Role is not null || !speaker.IsNamed || !clause.IsComma(end)) return speaker;

        var roleEnd = end + 1;
        while (clause.IsWord(roleEnd) && !clause.Is(roleEnd, SpeechWords.NeverInside) && !IsInStatement(clause, roleEnd)) roleEnd++;
        return speaker with { Role = RoleIn(clause, end + 1, roleEnd) };
    }

    /// <summary>The noun phrase a sentence begins with, for <c>X did this, saying "…"</c>; only a name is sure enough.</summary>
    public static SpeakerPhrase? Leading(Clause clause, int before)
    {
        if (clause.Is(0, SpeechWords.Pronouns)) return SpeakerPhraseParser.Parse(clause, 0, 1, false);
        var end = 0;
        while (end < before && (clause.IsCapital(end) || clause.IsRole(end)) && !clause.Is(end, SpeechWords.Determiners) && !clause.Is(end, SpeechWords.Prepositions)) end++;
        return end is > 0 and < 7 && !clause.IsPossessive(end - 1) ? NamePhrase.Read(clause, 0, end) : null;
    }

    /// <summary>The description between two commas when it is one of a person, else null.</summary>
    public static string? RoleIn(Clause clause, int from, int to)
    {
        if (to <= from || to - from > MostRoleWords || !NamePhrase.HasRole(clause, from, to)) return null;
        if (clause.Is(from, SpeechWords.Prepositions) || clause.Is(from, SpeechWords.Connectors)) return null;
        if (clause.Word(from) is "his" or "her" or "their" || clause.Word(from).EndsWith("ing")) return null;
        for (var i = from; i < to; i++)
        {
            if (!clause.IsWord(i) || clause.Is(i, SpeechWords.NeverInside) || clause.Is(i, SpeechWords.ReportingVerbs)) return null;
        }

        return clause.Text(from, to);
    }

    /// <summary>
    /// The part between commas that names the speaker, nearest first: in "Mr Smith, the chair, said" the chair is the
    /// description; without a name the furthest unnamed description counts.
    /// </summary>
    private static SpeakerPhrase? Apposed(Clause clause, int from, int end, bool skipConnectors)
    {
        SpeakerPhrase? described = null, fallback = null;
        var (part, firstRole) = (end - 1, -1);
        for (var n = 0; n < MostAppositions && part > from; n++)
        {
            var start = SegmentStart(clause, from, part);
            if (start >= part) break;
            var phrase = clause.Is(start, SpeechWords.Prepositions) ? null : SpeakerPhraseParser.Parse(clause, start, part, skipConnectors);
            if (phrase is { IsNamed: true } && StartsWithName(clause, start, skipConnectors)) return phrase with { Role = phrase.Role ?? RoleOf(clause, from, start, firstRole, end - 1) };
            if (phrase is { IsNamed: true }) fallback ??= phrase;
            else if (phrase is { Kind: PhraseKind.Described or PhraseKind.Group }) described = phrase;
            firstRole = start;
            if (!clause.IsComma(start - 1)) break;
            part = start - 1;
        }

        return fallback ?? described;
    }

    // "Smith on Thursday said"
    private static int WithoutTime(Clause clause, int from, int end)
    {
        if (end - from < 2 || !clause.IsCapital(end - 1) || !clause.Is(end - 1, SpeechWords.DescriptionEnders)) return end;
        return end - from > 2 && clause.Word(end - 2) is "on" or "in" or "last" ? end - 2 : end - 1;
    }

    private static bool StartsWithName(Clause clause, int start, bool skipConnectors)
    {
        while (skipConnectors && clause.Is(start, SpeechWords.Connectors)) start++;
        return clause.IsCapital(start) && !clause.Is(start, SpeechWords.Determiners);
    }

    private static string? RoleOf(Clause clause, int from, int name, int firstRole, int end)
    {
        if (firstRole >= 0)
        {
            var last = firstRole;
            while (last < end && !clause.IsComma(last)) last++;
            return RoleIn(clause, firstRole, last);
        }

        return clause.IsComma(name - 1) ? RoleIn(clause, SegmentStart(clause, from, name - 1), name - 1) : null;
    }

    // "…, a spokesman for Boeing in a statement": that is where, not who.
    private static bool IsInStatement(Clause clause, int at) =>
        clause.Is(at, SpeechWords.Prepositions) && clause.IsWord(at + 1) && clause.IsWord(at + 2) && clause.Word(at + 1) is "a" or "an"
        && clause.Word(at) is "in" or "on" or "at" or "during";

    private static int SegmentStart(Clause clause, int from, int end)
    {
        var start = end;
        while (start > from && clause.IsWord(start - 1)) start--;
        return start;
    }

    private static int OpeningBracket(Clause clause, int from, int at)
    {
        while (at > from && !clause.IsMark(at, '(')) at--;
        return at;
    }

    private static bool IsAdverb(Clause clause, int index) =>
        clause.IsWord(index) && clause.Word(index).EndsWith("ly") && char.IsLower(clause.Word(index)[0]) && clause.Word(index) is not ("family" or "assembly");

    private static bool Continues(Clause clause, int from, int at)
    {
        if (!clause.IsWord(at) || clause.Is(at, SpeechWords.DescriptionEnders)) return false;
        if (at == from) return true;
        if (clause.Word(at) is "of" or "for") return !clause.IsCapital(from) || !clause.IsCapital(at - 1) || clause.IsCapital(at + 1) || clause.IsRole(at - 1);
        if (clause.Is(at, SpeechWords.Prepositions)) return ContinuesDescription(clause, from, at);
        return clause.IsCapital(at) || !clause.IsCapital(at - 1) || clause.IsPossessive(at - 1) || clause.IsRole(at)
            || clause.IsCapital(at + 1) || clause.Is(at, SpeechWords.RoleModifiers) || clause.Is(at - 1, SpeechWords.Determiners);
    }

    // "a diplomat in Algeria", "a source with knowledge of it", but "Smith | in a statement", "an official | on Monday".
    private static bool ContinuesDescription(Clause clause, int from, int at)
    {
        if (clause.IsCapital(at - 1) && !clause.Is(from, SpeechWords.Determiners)) return false;
        if (clause.Is(at + 1, SpeechWords.DescriptionEnders)) return false;
        return clause.IsCapital(at + 1) || clause.Word(at) is "with" || (clause.IsWord(at + 1) && clause.Word(at + 1) is "the" && clause.Word(at) is "in" or "at" or "from" or "on");
    }
}
