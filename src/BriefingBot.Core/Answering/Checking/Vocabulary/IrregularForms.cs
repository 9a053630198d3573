using BriefingBot.Passages;

namespace BriefingBot.Answering.Checking.Vocabulary;

/// <summary>Forms that a stemmer leaves apart from their base ("rose", "rise"), as the base's stem.</summary>
internal static class IrregularForms
{
    private static readonly Dictionary<string, string> Stems = Read("""
        arise arose arisen; awake awoke; bear bore borne born; beat beaten; become became; begin began begun; bend bent; bet; bid bade;
        bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; build built;
        burn burnt; buy bought; catch caught; choose chose chosen; cling clung; come came; creep crept; deal dealt; dig dug;
        draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt;
        fight fought; find found; flee fled; fling flung; fly flew flown flight; forbid forbade forbidden; forget forgot forgotten;
        forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown growth;
        hang hung; hear heard; hide hid hidden; hold held; keep kept; kneel knelt; know knew known; lay laid; lead led; leap leapt;
        learn learnt; leave left; lend lent; light lit; lose lost loss losses; make made; mean meant; meet met; pay paid; prove proven;
        ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see saw seen; seek sought; sell sold; send sent;
        shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat;
        sleep slept; slide slid; speak spoke spoken; speed sped; spend spent; spin spun; spring sprang sprung; stand stood;
        steal stole stolen; stick stuck; strike struck stricken; strive strove; swear swore sworn; sweep swept; swell swollen;
        swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown;
        understand understood; undergo underwent undergone; overthrow overthrew overthrown; wake woke woken; wear wore worn;
        weave wove woven; win won winning; wind wound; withdraw withdrew withdrawn withdrawal; write wrote written;
        succeed succeeded succeeds succeeding; exceed exceeded exceeds exceeding; proceed proceeded proceeds; need needed needs needing; die died dies dying death deaths dead deadly; rescind rescinded; injure injury injuries; analyse analysis; crisis crises;
        child children; man men; woman women; person people; foot feet; tooth teeth; life lives; wife wives; half halves; leaf leaves
        """);

    /// <summary>Past and participle forms, which make a word before a noun phrase a verb.</summary>
    private static readonly HashSet<string> Verbs = Stems.Keys
        .Except(["death", "deaths", "dead", "deadly", "flight", "growth", "loss", "losses", "injury", "injuries", "analysis", "crisis", "crises",
            "children", "men", "women", "people", "feet", "teeth", "lives", "wives", "halves", "leaves", "withdrawal"], StringComparer.Ordinal)
        .Concat(["beat", "quit", "shut", "let", "put", "hit", "cut", "cost"])
        .ToHashSet(StringComparer.Ordinal);

    private static readonly string[] Prefixes = ["re", "over", "out", "under", "mis"];

    public static string? StemOf(string lower) => Stems.GetValueOrDefault(lower)
        // "Fishermen", "spokeswomen"
        ?? (lower.Length > 5 && lower.EndsWith("men", StringComparison.Ordinal) ? $"{lower[..^2]}an" : null);

    public static bool IsVerb(string lower) => Verbs.Contains(lower) || Prefixes.Any(p => lower.StartsWith(p, StringComparison.Ordinal) && Verbs.Contains(lower[p.Length..]));

    private static Dictionary<string, string> Read(string table)
    {
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in table.Split(';'))
        {
            var forms = row.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var stem = EnglishTerms.Of(forms[0])[0].Stem;
            foreach (var form in forms.Skip(1)) stems[form] = stem;
        }

        return stems;
    }
}
