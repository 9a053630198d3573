namespace BriefingBot.Passages;

/// <summary>The words that tell a sentence's end from a dot inside it. Case counts: "Mar." is a month, "mar." is not.</summary>
internal static class Abbreviations
{
    private static readonly WordSet Titles = new("""
        Mr Mrs Ms Mx Messrs Dr Drs Prof Gen Sen Sens Rep Reps Gov Govs Lt Col Sgt Capt Cmdr Adm Maj Rev Hon Fr Br Mme Mlle
        Brig Cpl Pvt Pte Pfc Spc Supt Det Insp Amb Atty Pres Msgr Mt Ft Ste vs v cf eg ie e.g i.e approx Approx
        """);

    private static readonly WordSet Others = new("""
        Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
        Inc Ltd Co Cos Corp Bros LLC Plc plc Jr Sr Esq St Ave Blvd Rd Hwy Rte Dept Univ Assn Sec Secy est Est etc al
        Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex
        Va Vt Wash Wis Wyo Vol vol Fig fig Figs pp p Ed Eds op cit ft lb lbs oz
        """);

    /// <summary>Words that often begin a sentence and hardly ever a name: after "U.S." they decide for an end.</summary>
    private static readonly WordSet Starters = new("""
        The A An This That These Those He She It They We You I His Her Its Their Our My Your There Here
        In On At By For From With Without Within Of To As After Before During Since Until Under Over Between Among Through
        Despite Although Though While When Where Why How What Who Which Whether If Because Unless Once
        But And Or So Yet Still Also Then Now Today Yesterday Tomorrow Later Earlier However Meanwhile Moreover Instead
        Some Many Most Much More Several Both Each Every All Another Other Others One Two Three No Not Nor Nobody Nothing
        Is Are Was Were Will Would Can Could Should Do Does Did Has Have Had According Asked Speaking Last Next
        """);

    private static readonly WordSet Domains = new("com Com net Net org Org gov Gov edu Edu co Co io uk Uk eu tv Tv js Js info");

    /// <summary>True for a title or the like, which is always followed by more of the sentence.</summary>
    public static bool NeverEnds(ReadOnlySpan<char> word) => Titles.Contains(word);

    /// <summary>True for an abbreviation that may be a sentence's last word: "U.S", "p.m", "Inc", an initial.</summary>
    public static bool MayEnd(ReadOnlySpan<char> word) =>
        (word.Length == 1 && char.IsUpper(word[0])) || Others.Contains(word) || IsDotted(word);

    public static bool StartsSentences(ReadOnlySpan<char> word) => Starters.Contains(word);

    public static bool IsTopLevelDomain(ReadOnlySpan<char> word) => Domains.Contains(word);

    // "U.S", "a.m", "Ph.D", but not "usatoday.com".
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        if (!word.Contains('.')) return false;
        foreach (var part in word.Split('.'))
        {
            if (word[part].Length > 2) return false;
        }

        return true;
    }
}
