namespace BriefingBot.Quotes;

/// <summary>
/// Reads the noun phrase of a speaker: tells role from name ("US Secretary of Defence | Mark Esper") and leaves
/// unnamed sources as worded. Gives null rather than a guess when the words may be more than one noun phrase.
/// </summary>
internal static class SpeakerPhraseParser
{
    private const int MostWords = 14;

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

        var run = NamePhrase.Start(clause, from, to);
        if (clause.Is(from, SpeechWords.Prepositions)) return AfterPreposition(clause, from, run, to);
        if (run == to) return Description(clause, from, to);
        if (run == from) return NamePhrase.Read(clause, from, to) ?? Group(clause, from, to);
        return WithPlace(clause, from, to) ?? Mixed(clause, from, run, to);
    }

    /// <summary>"Republican Rep. Liz Cheney of Wyoming": the name before the preposition, when it is sure to be a person's.</summary>
    private static SpeakerPhrase? WithPlace(Clause clause, int from, int to)
    {
        var place = from;
        while (place < to && !clause.Is(place, SpeechWords.Prepositions)) place++;
        if (place - from < 2 || place == to || clause.Word(place) is not ("of" or "with" or "at" or "from")) return null;
        var run = NamePhrase.Start(clause, from, place);
        return run == from && NamePhrase.Read(clause, from, place) is { Kind: PhraseKind.Person } named && clause.IsCapital(from) ? named : null;
    }

    private static bool IsNounPhrase(Clause clause, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!clause.IsWord(i) || clause.Is(i, SpeechWords.NeverInside)) return false;
            // "grabbed his arm": a verb after all
            if (i + 1 < to && clause.Is(i + 1, SpeechWords.Determiners) && IsParticiple(clause, i) && clause.Word(i).EndsWith("ed")) return false;
        }

        return !clause.IsPossessive(to - 1) && !clause.Is(to - 1, SpeechWords.Connectors) && !clause.Is(to - 1, SpeechWords.Prepositions);
    }

    // "In a tweet Smith said": only a bare name at the end is sure to be the subject.
    private static SpeakerPhrase? AfterPreposition(Clause clause, int from, int run, int to) =>
        run > from + 1 && run < to && !clause.Is(run - 1, SpeechWords.Prepositions) && !clause.Is(run - 1, SpeechWords.Determiners)
        && !clause.IsPossessive(run - 1) && char.IsLower(clause.Word(run - 1)[0])
            ? NamePhrase.Read(clause, run, to)
            : null;

    private static SpeakerPhrase? Mixed(Clause clause, int from, int run, int to)
    {
        var before = run - 1;
        if (clause.Word(before) is "and") return AfterAnd(clause, from, run, to);
        if (clause.Is(before, SpeechWords.Determiners)) return before == from && NamePhrase.Read(clause, run, to) is { Role: not null } titled ? titled : Description(clause, from, to);
        if (IsParticiple(clause, before) && clause.Is(from, SpeechWords.Determiners)) return Description(clause, from, to);
        if (clause.Is(before, SpeechWords.Prepositions)) return OfficeHolder(clause, from, run, to) ?? Description(clause, from, to);

        if (NamePhrase.Read(clause, run, to) is not { } named) return Group(clause, from, to);
        if (named.Kind != PhraseKind.Person && HasPreposition(clause, from, run)) return Description(clause, from, to);
        var roleFrom = clause.Is(from, SpeechWords.Determiners) ? from + 1 : from;
        if (named.Role is not null || NamePhrase.HasRole(clause, from, run) || (named.Kind == PhraseKind.Person && named.Honorific.Length == 0))
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
        if (NamePhrase.Read(clause, name, to) is not { } named) return null;
        var roleFrom = clause.Is(from, SpeechWords.Determiners) ? from + 1 : from;
        return named with { Role = clause.Text(roleFrom, name), Kind = PhraseKind.Person };
    }

    // "Smith and Jones said" speak together; in "Jones left and Smith said" only the last name is the subject.
    private static SpeakerPhrase? AfterAnd(Clause clause, int from, int run, int to)
    {
        for (var i = from; i < run - 1; i++)
        {
            if (!clause.IsCapital(i) && !clause.IsRole(i)) return clause.Is(from, SpeechWords.Determiners) ? null : NamePhrase.Read(clause, run, to);
        }

        return Group(clause, from, to);
    }

    private static SpeakerPhrase? Description(Clause clause, int from, int to)
    {
        var determined = clause.Is(from, SpeechWords.Determiners);
        if (!determined && !clause.IsCapital(from) && !IsPlural(clause, from, to)) return null;
        var person = determined && NamePhrase.HasRole(clause, from, to);
        if (!person && clause.Is(from, SpeechWords.Possessives)) return null;
        return Phrase(clause, from, to, person ? PhraseKind.Described : PhraseKind.Group);
    }

    private static SpeakerPhrase Group(Clause clause, int from, int to) =>
        Phrase(clause, from, to, NamePhrase.HasRole(clause, from, to) ? PhraseKind.Described : PhraseKind.Group);

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

    private static string? RoleBefore(Clause clause, int from, int to, SpeakerPhrase named)
    {
        var end = to - named.Words.Split(' ').Length - (named.Honorific.Length > 0 ? 1 : 0);
        return end > from && (NamePhrase.HasRole(clause, from, end) || !clause.IsPossessive(end - 1)) ? clause.Text(from, end) : null;
    }
}
