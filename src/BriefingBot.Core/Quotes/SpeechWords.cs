using BriefingBot.Passages;

namespace BriefingBot.Quotes;

/// <summary>The vocabulary of attribution in English news prose.</summary>
internal static class SpeechWords
{
    public static readonly WordSet ReportingVerbs = new("""
        said says say told tells tell added adds wrote writes tweeted tweets retweeted explained explains warned warns
        argued argues recalled recalls asked asks insisted insists announced announces stated states noted notes
        continued continues quipped testified testifies posted posts declared declares claimed claims acknowledged
        acknowledges admitted admits replied replies responded responds confirmed confirms concluded concludes emphasized
        emphasised emphasizes stressed stresses observed observes remarked remarks suggested suggests joked jokes lamented
        laments shouted commented comments complained complains conceded concedes countered cautioned cautions predicted
        predicts promised promises pledged vowed urged demanded demands revealed reveals reiterated reiterates mused texted
        emailed read reads reported reports write argue explain highlighted underscored pointed began exclaimed whispered yelled captioned cried repeated offered answered recounted
        """, ignoreCase: true);

    /// <summary>"…, saying "we will"": the subject is the sentence's own.</summary>
    public static readonly WordSet ReportingParticiples = new(
        "saying adding telling writing warning arguing tweeting explaining insisting noting stating declaring claiming asking posting reiterating stressing suggesting concluding responding replying", ignoreCase: true);

    /// <summary>The verbs that report what someone said even without quotation marks.</summary>
    public static readonly WordSet IndirectVerbs = new(
        "said says told tells added adds wrote writes tweeted explained explains warned warns argued argues insisted insists noted notes stated recalled recalls acknowledged admitted stressed testified announced confirmed estimated reported suggested highlighted underscored emphasized", ignoreCase: true);

    public static readonly WordSet Pronouns = new("he she they it", ignoreCase: true);

    /// <summary>Words that never stand inside the name or description of a speaker.</summary>
    public static readonly WordSet NeverInside = new("""
        is was were are am be been being has had have having do does did will would can could should may might must
        he she they it i we you him them us me himself herself who whom which that what when where why how because although
        though if unless until since than whether not never whose there these those if then so
        moments minutes hours days weeks months
        """, ignoreCase: true);

    public static readonly WordSet Connectors = new("""
        and but or yet so while as meanwhile however later then still also instead moreover finally similarly nevertheless though
        although because after when before since once if nor likewise overall again today yesterday earlier now
        """, ignoreCase: true);

    public static readonly WordSet Auxiliaries = new("""
        has had have also later then once recently previously repeatedly simply just already still even again since never would
        could can will did does may might himself herself both all further only reportedly often first
        """, ignoreCase: true);

    public static readonly WordSet Passives = new("is was were are be been being am get gets got to not don't didn't", ignoreCase: true);

    public static readonly WordSet Prepositions = new("""
        of in on at for from with by to into about as after before during since until under over between among through via
        without within against near around across despite like per following amid upon off speaking citing regarding asked
        """, ignoreCase: true);

    public static readonly WordSet Determiners = new("the a an this that one another some several many most his her its their our my your two three", ignoreCase: true);

    /// <summary>Where the description of a speaker who is named after the verb ends.</summary>
    public static readonly WordSet DescriptionEnders = new("""
        that when while after before during as who whose about because if since via through following ahead earlier later last
        this adding saying speaking by late early today yesterday tomorrow upon amid without despite regarding also again back
        when where which without told is was were has had will in's
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September
        October November December
        """, ignoreCase: true);

    public static readonly WordSet SmallInTitles = new("a an the of in on at to for from by with and or but nor as vs into over");

    public static readonly WordSet Possessives = new("his her its their our my your", ignoreCase: true);

    public static readonly WordSet Honorifics = new("Mr Mrs Ms Miss Mx Sir Dame Mr. Mrs. Ms. Mx.");

    public static readonly WordSet Particles = new("de da di del della der den van von bin ibn al el la le du dos das ter ten st");

    public static readonly WordSet OrgWords = new("""
        Inc Ltd Co Corp Corporation Company Group Bank University College School Department Ministry Office Council Committee
        Commission Court House Congress Senate Parliament Party Association Agency Bureau Institute Foundation Center Centre
        Service Services Airlines Airways Motors Electric Mills Dynamics Assembly Union Organization Organisation Society
        Police Army Navy Force Guard Team League Club Federation Network News Times Post Journal Press Hospital Museum
        Board Authority Administration Treasury Fund Trust Partners Capital Holdings Systems Technologies International
        States Kingdom Nations City County State River Avenue Island Islands Mountain Beach Airport Cup
        Stadium Arena Olympics Games Open Championship Championships War Act Prize Awards Award Week Year Palace
        Analytics America Africa Asia Europe Korea Zealand York Angeles Francisco Jersey Carolina Dakota Virginia Mexico Lanka Emirates
        Arabia Kong
        """);

    public static readonly WordSet RoleWords = new("""
        CEO CFO COO CTO chief president chairman chairwoman chair chairperson secretary minister premier chancellor senator
        sen rep representative congressman congresswoman governor gov mayor councilman councilwoman councillor councilmember
        director manager officer official officials head leader speaker whip spokesman spokeswoman spokesperson general gen
        lt col colonel capt captain sgt sergeant maj major cmdr commander adm admiral lieutenant detective sheriff deputy
        constable marshal inspector superintendent judge justice attorney lawyer prosecutor counsel solicitor barrister
        professor prof dr doctor researcher scientist analyst economist strategist epidemiologist expert engineer nurse
        physician surgeon author writer editor reporter journalist correspondent host anchor columnist producer actor actress
        singer rapper musician artist director filmmaker coach striker goalkeeper midfielder defender quarterback pitcher
        founder co-founder cofounder owner partner executive administrator commissioner ambassador envoy diplomat adviser
        advisor aide consultant activist advocate campaigner organizer coordinator lawmaker legislator candidate nominee
        source sources witness resident neighbor neighbour teacher student principal superintendent pastor rev reverend bishop
        archbishop cardinal rabbi imam mother father brother sister wife husband son daughter cousin uncle aunt friend
        colleague farmer trader investor driver pilot player star champion winner democrat republican mp ceo treasurer
        clerk curator trustee fellow lecturer biologist historian psychologist geologist democrat agent investigator
        undersecretary vice-president negotiator regulator designer developer entrepreneur billionaire publicist broker critic
        comptroller dean provost chef comedian model youtuber sailor soldier veteran survivor chairman-elect president-elect
        representative statistician cardiologist planner boss mp rector fighter boxer golfer sprinter
        """, ignoreCase: true);

    /// <summary>Small words that may stand before a role ("former", "chief", "prime").</summary>
    public static readonly WordSet RoleModifiers = new("""
        chief former senior executive vice deputy prime foreign press associate assistant acting interim general managing
        co-chief head lead national state staff first current longtime veteran incoming outgoing then company
        campaign research medical political financial communications policy health finance interior defence defense football
        basketball baseball head retired public editorial creative technical fellow
        """, ignoreCase: true);

    /// <summary>"X called it "a disaster for us all"": the words are X's, but a film can be called something, too.</summary>
    public static readonly WordSet Characterising = new("called calls described describes dubbed labelled labeled branded characterized characterised", ignoreCase: true);

    public static bool IsRole(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd('.');
        var hyphen = word.LastIndexOf('-');
        return RoleWords.Contains(word) || (hyphen > 0 && (RoleWords.Contains(word[..hyphen]) || RoleWords.Contains(word[(hyphen + 1)..]))) || (word.Length > 5 && char.IsLower(word[^1])
            && (word.EndsWith("ologist") || word.EndsWith("spokesman") || word.EndsWith("woman") || word.EndsWith("person")));
    }
}
