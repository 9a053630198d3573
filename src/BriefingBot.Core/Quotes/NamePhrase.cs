namespace BriefingBot.Quotes;

/// <summary>Reads the name in a run of capitalised words.</summary>
internal static class NamePhrase
{
    private const int MostNameWords = 4;

    /// <summary>
    /// The name and role in a run of capitalised words, or null when no name can be told: "Spirit CEO Ted Christie".
    /// </summary>
    public static SpeakerPhrase? Read(Clause clause, int from, int to)
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
    public static int Start(Clause clause, int from, int to)
    {
        var run = to;
        while (run > from && IsNamePart(clause, run - 1, to)) run--;
        while (run > from && run < to && !clause.IsCapital(run)) run++;
        return run;
    }

    private static bool IsNamePart(Clause clause, int index, int to)
    {
        if (clause.IsPossessive(index)) return false;
        if (clause.IsName(index)) return !clause.Is(index, SpeechWords.Determiners) && !clause.Is(index, SpeechWords.Prepositions);
        return index < to - 1 && clause.Is(index, SpeechWords.Particles) && clause.IsCapital(index + 1);
    }

    public static bool HasRole(Clause clause, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (clause.IsRole(i)) return true;
        }

        return false;
    }
}
