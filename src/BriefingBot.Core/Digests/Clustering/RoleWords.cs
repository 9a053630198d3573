using BriefingBot.Passages;

namespace BriefingBot.Digests.Clustering;

/// <summary>
/// Words that go with names and figures: they say who or how much, hardly what happened, so that everything one
/// minister does on a day would look alike by them. Kept as stems.
/// </summary>
internal static class RoleWords
{
    private static readonly HashSet<string> Stems = EnglishTerms.StemsOf(
        """
        governor minister ministry prime premier chancellor mayor senator congressman king queen prince secretary ambassador
        spokesman spokeswoman chief executive director chairman boss coach striker captain judge prosecutor lawyer owner
        bank central council cabinet parliament assembly senate congress house opposition coalition party union chamber
        office agency department authority commission committee court police museum club team firm operator customers
        city town village province district region nation street
        crown euro dollar pound cent percent million billion hundred thousand dozen
        one two three four five six seven eight nine ten
        """);

    private static readonly HashSet<string> Calendar = EnglishTerms.StemsOf(
        """
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
        September October November December today yesterday tomorrow morning noon afternoon evening night midnight
        """);

    public static bool Contains(string stem) => Stems.Contains(stem);

    /// <summary>Whether it says only when: every report of a day shares it.</summary>
    public static bool IsCalendar(string stem) => Calendar.Contains(stem);
}
