using BriefingBot.Passages;

namespace BriefingBot.Retrieval;

/// <summary>
/// Words so common in questions about news that they say little about the subject, however rare they happen to be in
/// a small collection. Kept as stems.
/// </summary>
internal static class EverydayWords
{
    private static readonly HashSet<string> Stems = EnglishTerms.StemsOf(
            """
            say says said tell told talk talks discuss discussed discussion speak spoke speech announce announced announcement
            report reported reports reveal revealed call called ask asked answer describe described explain explained mention
            think thought believe know known happen happened happening occur occurred take took taken taking place make made
            making give gave given get got come came go went gone going see saw seen show showed shown find found use used
            become became begin began start started end ended continue continued keep kept lead led plan plans planned
            want wanted need needed try tried help helped matter matters mean means meant concern concerned affect affected
            agree agreed agreement respond response react reaction reason reasons cause caused result effect impact
            rule ruled ruling power leave left remain stay long short many more most less few several number amount total
            much big large small high low new old young first last next late early recent recently current currently
            latest now today yesterday day days week weeks month months year years time times ago since until period
            people person man woman men women group member country countries state city place area world thing things
            way kind type name named title story news article information detail details question issue problem situation
            event events case part role position government official officials president leader company public major main
            important good bad best worst right different same other another visit visited meet met meeting include
            included including allow allowed set open opened close closed increase increased decrease rise fall fell
            percentage percent average approximately about estimate estimated popular famous special certain possible
            likely able due despite according apparently following face facing set launch launched release released
            """);

    public static bool Contains(string stem) => Stems.Contains(stem);
}
