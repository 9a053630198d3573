namespace BriefingBot.Quotes;

/// <summary>
/// Reads the noun phrase of a speaker: tells role from name ("US Secretary of Defence | Mark Esper") and leaves
/// unnamed sources as worded. Gives null rather than a guess when the words may be more than one noun phrase.
/// </summary>
internal static class SpeakerPhraseParser
{
    private const int MostWords = 14;
    private const int MostNameWords = 4;

    /// <param name="clause">The words.</param>
    /// <param name="from">First word of the phrase.</param>
    /// <param name="to">After its last word.</param>
    /// <param name="skipConnectors">Whether "but", "meanwhile" and the like may stand before the phrase.</param>
    public static SpeakerPhrase? Parse(Clause clause, int from, int to, bool skipConnectors)
    {
        while (skipConnectors && from < to && clause.Is(from, SpeechWords.Connectors)) from++;
        if (to - from is < 1 or > MostWords) return null;
        if (to - from == 1 && clause.Is(from, SpeechWords.Pronouns)) return Phrase(clause, from, to, PhraseKind.Pronoun);
        if (!IsNounPhrase(clause, from, to)) return null;

        var run = RunStart(clause, from, to);
        if (clause.Is(from, SpeechWords.Prepositions)) return AfterPreposition(clause, from, run, to);
        if (run == to) return Description(clause, from, to);
        if (run == from) return Capitals(clause, from, to) ?? Group(clause, from, to);
        return Mixed(clause, from, run, to);
    }

    /// <summary>
    /// The name and role in a run of capitalised words, or null when no name can be told: "Spirit CEO Ted Christie".
    /// </summary>
    public static SpeakerPhrase? Capitals(Clause clause, int from, int to)
    {
        var name = from;
        for (var i = from; i < to - 1; i++)
        {
            if (clause.IsRole(i) || clause.Is(i, SpeechWords.Honorifics)) name = i + 1;
        }

        for (var i = name; i < to; i++)
        {
            if (clause.Is(i, SpeechWords.OrgWords)) return null;
        }

        if (to - name > MostNameWords || clause.IsPossessive(to - 1) || clause.IsRole(to - 1)) return null;
        for (var i = name; i < to - 1; i++)
        {
            if (clause.IsPossessive(i)) return null;
        }

        var honorific = name > from && clause.Is(name - 1, SpeechWords.Honorifics) ? clause.Word(name - 1).ToString() : "";
        var roleEnd = honorific.Length > 0 ? name - 1 : name;
        var role = roleEnd > from ? clause.Text(from, roleEnd) : null;
        var person = role is not null || honorific.Length > 0 || (to - name > 1 && FirstNames.IsKnown(clause.Word(name)));
        return new SpeakerPhrase(clause.Text(name, to), role, person ? PhraseKind.Person : PhraseKind.Name, clause[from].Start, honorific);
    }

    /// <summary>Where the capitalised words at the end of the phrase begin; <paramref name="to"/> when there are none.</summary>
    public static int RunStart(Clause clause, int from, int to)
    {
        var run = to;
        while (run > from && IsNamePart(clause, run - 1, to)) run--;
        while (run < to && !clause.IsCapital(run)) run++;
        return run;
    }

    private static bool IsNamePart(Clause clause, int index, int to)
    {
        if (clause.IsPossessive(index)) return false;
        if (clause.IsName(index)) return !clause.Is(index, SpeechWords.Determiners) && !clause.Is(index, SpeechWords.Prepositions);
        return index < to - 1 && clause.Is(index, SpeechWords.Particles) && clause.IsCapital(index + 1);
    }

    private static bool IsNounPhrase(Clause clause, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!clause.IsWord(i) || clause.Is(i, SpeechWords.NeverInside)) return false;
        }

        return !clause.IsPossessive(to - 1);
    }

    // "In a tweet Smith said": only a bare name at the end is sure to be the subject.
    private static SpeakerPhrase? AfterPreposition(Clause clause, int from, int run, int to) =>
        run > from + 1 && run < to && !clause.Is(run - 1, SpeechWords.Prepositions) && !clause.Is(run - 1, SpeechWords.Determiners)
        && !clause.IsPossessive(run - 1) && char.IsLower(clause.Word(run - 1)[0])
            ? Capitals(clause, run, to)
            : null;

    private static SpeakerPhrase? Mixed(Clause clause, int from, int run, int to)
    {
        var before = run - 1;
        if (clause.Word(before) is "and") return AfterAnd(clause, from, run, to);
        if (clause.Is(before, SpeechWords.Determiners)) return before == from && Capitals(clause, run, to) is { Role: not null } titled ? titled : Description(clause, from, to);
        if (IsParticiple(clause, before) && clause.Is(from, SpeechWords.Determiners)) return Description(clause, from, to);
        if (clause.Is(before, SpeechWords.Prepositions)) return OfficeHolder(clause, from, run, to) ?? Description(clause, from, to);

        if (Capitals(clause, run, to) is not { } named) return Group(clause, from, to);
        if (named.Kind != PhraseKind.Person && HasPreposition(clause, from, run)) return Description(clause, from, to);
        var roleFrom = clause.Is(from, SpeechWords.Determiners) ? from + 1 : from;
        if (named.Role is not null || HasRole(clause, from, run) || (named.Kind == PhraseKind.Person && named.Honorific.Length == 0))
        {
            return named with { Role = RoleBefore(clause, roleFrom, to, named), Kind = PhraseKind.Person };
        }

        return to - run > 1 || named.Honorific.Length > 0 ? named : Description(clause, from, to);
    }

    /// <summary>"Secretary of State Antony Blinken": after "of" the office's own words come before the name.</summary>
    private static SpeakerPhrase? OfficeHolder(Clause clause, int from, int run, int to)
    {
        if (clause.Word(run - 1) is not ("of" or "for") || run - 2 < from || !clause.IsRole(run - 2) || !clause.IsCapital(run - 2)) return null;
        var length = to - run;
        if (length < 3 && !(length == 2 && clause.Word(run) is "State" or "Defense" or "Defence" or "Treasury")) return null;
        var name = length == 2 ? to - 1 : to - 2;
        if (name - 1 > run && clause.Word(name) is { Length: <= 2 }) name--;
        if (Capitals(clause, name, to) is not { } named) return null;
        var roleFrom = clause.Is(from, SpeechWords.Determiners) ? from + 1 : from;
        return named with { Role = clause.Text(roleFrom, name), Kind = PhraseKind.Person };
    }

    // "Smith and Jones said" speak together; in "Jones left and Smith said" only the last name is the subject.
    private static SpeakerPhrase? AfterAnd(Clause clause, int from, int run, int to)
    {
        for (var i = from; i < run - 1; i++)
        {
            if (!clause.IsCapital(i) && !clause.IsRole(i)) return clause.Is(from, SpeechWords.Determiners) ? null : Capitals(clause, run, to);
        }

        return Group(clause, from, to);
    }

    private static SpeakerPhrase? Description(Clause clause, int from, int to)
    {
        var determined = clause.Is(from, SpeechWords.Determiners);
        if (!determined && !clause.IsCapital(from) && !IsPlural(clause, from, to)) return null;
        var person = determined && HasRole(clause, from, to);
        return Phrase(clause, from, to, person ? PhraseKind.Described : PhraseKind.Group);
    }

    private static SpeakerPhrase Group(Clause clause, int from, int to) =>
        Phrase(clause, from, to, HasRole(clause, from, to) ? PhraseKind.Described : PhraseKind.Group);

    private static SpeakerPhrase Phrase(Clause clause, int from, int to, PhraseKind kind) =>
        new(clause.Text(from, to), null, kind, clause[from].Start);

    // "police said", "two people with knowledge of it said", but no bare "winner said": the words before it are missing.
    private static bool IsPlural(Clause clause, int from, int to)
    {
        var head = from;
        while (head + 1 < to && !clause.Is(head + 1, SpeechWords.Prepositions)) head++;
        return clause.Word(head) is "police" or "people" || (clause.Word(head).EndsWith('s') && !clause.IsPossessive(head));
    }

    // "a lawyer representing Elon Musk" is not Elon Musk.
    private static bool IsParticiple(Clause clause, int index) =>
        char.IsLower(clause.Word(index)[0]) && (clause.Word(index).EndsWith("ing") || clause.Word(index).EndsWith("ed"));

    private static bool HasPreposition(Clause clause, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (clause.Is(i, SpeechWords.Prepositions)) return true;
        }

        return false;
    }

    public static bool HasRole(Clause clause, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (clause.IsRole(i)) return true;
        }

        return false;
    }

    private static string? RoleBefore(Clause clause, int from, int to, SpeakerPhrase named)
    {
        var end = to - named.Words.Split(' ').Length - (named.Honorific.Length > 0 ? 1 : 0);
        return end > from && (HasRole(clause, from, end) || !clause.IsPossessive(end - 1)) ? clause.Text(from, end) : null;
    }
}
