using BriefingBot.Passages;

namespace BriefingBot.Answering.Checking.Vocabulary;

/// <summary>The closed classes of English words that the checks rest on.</summary>
internal static class GrammarWords
{
    /// <summary>Words that say nothing by themselves and so need no support.</summary>
    public static readonly WordSet Function = new("""
        a an the this that these those some any each every either neither both all another other others such own same
        i me my mine myself you your yours he him his himself she her hers herself it its itself we us our ours they them their theirs themselves
        who whom whose which what where when why how whoever whatever there here
        is are was were be been being am do does did done doing have has had having will would shall should can could may might must ought
        isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't wouldn't can't cannot couldn't shouldn't mustn't
        of in on at by for from to into onto with without within about as after before during since until till under over between among through
        via against near around across despite like unlike per amid upon off out up down along behind beyond beside besides towards toward throughout
        and or but nor so yet if unless because while whereas although though than then thus hence however moreover also too even just only still already again
        not no never none nobody nothing nowhere n't s t re ve ll d
        very more most less least much many few several quite rather almost nearly roughly approximately some about around really
        one ones mr mrs ms mx sir dame now ever else according owing due instead meanwhile later earlier ago therefore whether once provided celsius fahrenheit
        """);

    /// <summary>Verbs of telling and other words that any report may add; they count for little.</summary>
    public static readonly WordSet Light = new("""
        said say says saying told tell tells added adds noted notes stated states announced announces reported reports explained explains
        stressed argued insisted according described called statement announcement news report
        new also went go going gone make made makes making take took taken takes taking get got put come came comes set has had
        total time way part number case place year years far recently currently previously following including amount known
        people person others despite result addition regarding thing things well however latter former respectively
        """);

    /// <summary>Words that any retelling may use, since they say little by themselves: a sentence is not suspect for having them.</summary>
    public static readonly WordSet Generic = new("""
        find finds found finding see sees saw seen seeing show shows showed shown showing stand stands stood standing hold holds held holding
        give gives gave given giving bring brings brought bringing put puts putting send sends sent sending lead leads led leading keep keeps kept keeping
        begin begins began begun start starts started starting become becomes became becoming want wants wanted wanting follow follows followed following
        use uses used using suffer suffers suffered suffering receive receives received receiving remain remains remained remaining involve involves involved involving
        include includes included show involve happen happens happened occur occurs occurred face faces faced facing see prove proves turn turns turned turning
        work works working run runs running move moves moved moving leave leaves left leaving hit hits strike struck strikes drag drags dragged force forced forces
        reach reaches reached reaching carry carries carried carrying handle experience experienced undergo undergone underwent manage managed managing
        ask asks asked asking want believe believes believed think thinks thought feel feels felt expect expects expected need needs needed require requires required
        praise praised condemn condemned raise raised agree agreed allow allows allowed let lets help helps helped try tries tried trying attempt attempts
        prompt prompted trigger triggered cause caused causes result resulted mean means meant allow enable enables enabled aim aims aimed intend intends intended
        hail hailed dismiss dismissed quip quipped promise promised vow vowed demand demanded demanding  judge judging describe describing
        say speak speaks spoke spoken speaking talk talks outline outlined mention mentioned indicate indicated suggest suggested point pointed pointing
        able ability likely possible certain sure ready set due full free whole entire total overall main major key big small great good best better strong stronger old older young long longer short
        early earlier earliest late later latest next previous current recent new initial initially final finally original originally first last common typical similar different additional extra various certain general
        often usually typically slowly quickly soon shortly temporarily immediately eventually together directly largely mainly partly fully completely entirely
        side sides end start middle top level levels point points kind type sort form range number figure figures amount rate share side view
        idea issue issues matter matters question problem situation case step move measure effort task job role reason grounds ground basis aim purpose subject topic
        place places site area areas date dates day days week weeks month months moment period era stage process action access
        anything something everything nothing anyone someone everyone nobody board meantime hand hands world group groups company business firm organisation organization competition event events body council authorities
        thanks lull hold receive traffic times country countries nation nations
        stay stays stayed staying consider considers considered large low high size spoke home homes line
        vote votes favour worth spend spends spent deal order crime crimes
        era light minds mind back away ahead above below beneath apart
        """);

    public static readonly WordSet Be = new("is are was were be been being am get gets got gotten 's 're");

    public static readonly WordSet Auxiliaries = new("""
        is are was were be been being am do does did have has had having will would shall should can could may might must to not never n't
        isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't wouldn't can't cannot couldn't shouldn't
        also later then once recently previously repeatedly simply just already still even again since now only reportedly allegedly probably
        possibly likely perhaps soon finally first both all yet
        """);

    public static readonly WordSet Determiners = new("the a an this that these those its his her their our my your some any each every no another");

    public static readonly WordSet Pronouns = new("he she it they");

    /// <summary>Nouns for whoever was spoken of.</summary>
    public static readonly WordSet Anyone = new("""
        man men woman women person people pair couple duo trio two three four both group company firm business side team party others one ones many some
        official officials authority authorities spokesman spokeswoman spokesperson number total result move decision report statement case plan event incident old year q a brother brothers sister sisters siblings twins
        """);

    /// <summary>Verbs of which the subject is the one that something is done to.</summary>
    public static readonly WordSet Receiving = new("receive receives received receiving get gets got obtain obtains obtained accept accepts accepted face faces faced facing suffer suffers suffered win won gain gained");

    /// <summary>Verbs of telling that tell only before "that".</summary>
    public static readonly WordSet AlsoDeeds = new("admitted admits offered read reads posted posts began continued continues repeated recalled recalls answered demanded demands asked asks reported reports pointed revealed reveals promises promised");

    public static readonly WordSet Relatives = new("who which that whom");

    /// <summary>What parts a sentence into clauses, besides punctuation.</summary>
    public static readonly WordSet ClauseOpeners = new("""
        but while whereas although though because after before when which who whom unless if until since despite whereby where whose that following amid
        """);

    /// <summary>Words of denial.</summary>
    public static readonly WordSet Negators = new("not no never none nobody nothing neither nor without cannot nowhere hardly barely scarcely");

    /// <summary>Of these, the ones that deny a thing and with it the verb before.</summary>
    public static readonly WordSet DenyingPronouns = new("no none nobody nothing neither");

    /// <summary>Verbs whose object or complement did not happen.</summary>
    public static readonly WordSet DenyingVerbs = new("""
        deny denies denied denying refuse refuses refused refusing decline declines declined fail fails failed failing failure
        avoid avoids avoided avoiding lack lacks lacked lacking unable prevent prevents prevented abandon abandons abandoned abandoning
        scrap scraps scrapped cancel cancels cancelled canceled canceling cancelling shelve shelved dropped ruled free yet reject rejects rejected
        unlikely impossible off dismissed overturned miss missed misses stop stops stopped
        block blocks blocked blocking halt halts halted ban bans banned prohibit prohibits prohibited forbid forbids forbidden barred suspended short
        abstain abstains abstained abstaining refrain refrains refrained refraining shun shuns shunned forgo forgoes omit omits omitted renounce renounced denial refusal
        turn_down vote_down rule_out call_off pull_out fall_through leav_out leav_behind hold_back give_up throw_out cut_off
        """);

    /// <summary>Of these, the ones that news tells in many other words ("put on hold"), so that a difference proves nothing alone.</summary>
    public static readonly WordSet MildDenials = new("""
        lack lacks lacked lacking avoid avoids avoided prevent prevents prevented miss missed misses stop stops stopped reject rejects rejected dismissed overturned
        block blocks blocked blocking halt halts halted ban bans banned prohibit prohibits prohibited forbid forbids forbidden barred suspended short free impossible unlikely hardly barely scarcely
        call_off pull_out fall_through leav_out leav_behind hold_back give_up throw_out turn_down vote_down omit omits omitted denial refusal
        forgo forgoes forgone cut_off
        """);

    public static bool IsNegator(string lower) => Negators.Contains(lower) || lower.EndsWith("n't", StringComparison.Ordinal);

    /// <summary>What makes a statement only possible.</summary>
    public static readonly WordSet Possible = new("""
        may might could possible possibly perhaps maybe suspect suspects suspected suspecting allege alleges alleged allegedly alleging accuse accused accuses
        reportedly believed believes believe seem seems seemed seemingly appears apparently hope hopes hoped hoping rumoured rumored unconfirmed
        considering considers possibility consideration potential potentially threaten threatened threatens accusing accusation accusations allegation allegations speculation
        understood thought rumoured rumored tipped supposedly purportedly purported claims fear fears feared fearing risk risks danger worry worries worried worrying concern concerns concerned suspicion suspicions believing doubt doubts
        """);

    /// <summary>What makes a statement expected or planned.</summary>
    public static readonly WordSet Expected = new("""
        likely probably probable expect expects expected expecting forecast forecasts plan plans planned planning intend intends intended aim aims aimed
        want wants wanted propose proposes proposed proposal proposals should would must weigh weighs weighed weighing mull mulls mulling mulled needs projected predicted predicts scheduled suggest suggests suggested
        """);

    /// <summary>Hedges that reach the whole clause, whatever side they stand on.</summary>
    public static readonly WordSet HedgingAdverbs = new("possibly perhaps maybe allegedly reportedly seemingly apparently potentially likely probably possible");

    /// <summary>Stems of verbs that are themselves about what is ahead.</summary>
    public static readonly WordSet Commitments = new("promis vow pledg rule_out agre offer threaten warn demand ask urg ban order hope call invit advis instruct sworn swear");

    /// <summary>Third persons that are no plurals of a noun, too.</summary>
    public static readonly WordSet PresentForms = new("""
        accepts accuses achieves acquires adds admits agrees allows announces appoints argues arrests arrives asks attends avoids becomes begins believes belongs blames brings buys
        carries claims closes comes condemns confirms considers contains continues criticises cuts declares declines defeats defends denies describes destroys dies discovers dismisses
        employs enters expects explains faces falls fears feels finds follows gets gives goes grows hails happens helps hires hopes includes insists intends invites joins keeps
        knows lacks leads learns leaves lets likes lives loses maintains makes means meets moves needs occurs opens opposes orders owes owns pays plays praises prefers prevents promises
        proves provides publishes puts quits raises reaches receives refuses rejects releases remains removes replaces resigns rises runs says seeks seems sells sends serves shows signs
        speaks spends stands starts stays steals stops succeeds suffers suggests supports takes teaches tells thinks threatens tries understands urges uses wants warns wears welcomes wins writes
        """);

    /// <summary>Words that only look like participles.</summary>
    public static readonly WordSet NounsInIng = new("lightning morning evening building buildings housing funding training spring ceiling wedding painting clothing nothing something everything anything during parking shipping banking farming mining fishing hearing meeting");

    public static readonly WordSet Future = new("will shall 'll won't");

    /// <summary>Words of certainty that a passage must have used itself.</summary>
    public static readonly WordSet Certain = new("""
        certain certainly definitely definite guarantee guarantees guaranteed prove proves proved proven proof undoubtedly inevitable inevitably
        exactly precisely conclusive conclusively undeniable undeniably
        """);
}
