using BriefingBot.Passages;

namespace BriefingBot.Answering.Checking.Vocabulary;

/// <summary>
/// Groups of words that news prose uses for one another. A rewritten sentence is allowed them; they are never names,
/// numbers or opposites. A word may be in several groups.
/// </summary>
internal static class LikeWords
{
    private static readonly string[] Groups = """
        say tell state declare announce report note add explain stress insist argue claim remark comment statement announcement
        warn caution alert warning; describe call label brand dub term characterise; ask request demand call urge seek appeal
        think believe consider reckon view; reveal disclose show indicate signal suggest; confirm verify acknowledge admit concede
        agree consent approve back support endorse accept favour welcome hail praise; approve pass adopt clear authorise green-light
        oppose reject criticise object resist against opponent opposition; promise pledge vow commit offer
        increase raise lift hike boost up push; rise climb grow surge jump soar increase gain growth go up
        fall drop decline slip slide decrease sink tumble plunge dip shrink slump lower down reduction; ease slow cool soften weaken moderate decline
        cut reduce lower slash trim curb shrink decrease; stop halt end cease suspend pause; cancel scrap drop abandon shelve axe call
        delay postpone late defer reschedule behind; start begin open launch commence kick onset; end finish conclude complete close expire
        shut close closure shutdown; reopen open; resume restart return
        kill die death dead fatal fatality claim toll slain; hurt injure injury wound casualty harm; survive alive survivor escape
        drown drowning; rescue save free pull; free release liberate; flee escape evacuate displace leave; evacuate clear empty
        destroy burn wreck gut ruin raze level devastate damage destruction; hit strike batter slam rock affect; collapse fall give
        fire blaze wildfire flame inferno burn; quake earthquake tremor; flood inundate submerge; storm hurricane cyclone typhoon gale
        win beat defeat victory triumph overcome top conquer; win clinch secure seal take claim earn; lose defeat loss beaten
        title championship crown trophy; champion winner; match game fixture contest; goal score strike net; captain skipper
        team side club squad; coach manager trainer; player footballer; tally total count; season campaign; tournament competition
        buy purchase acquire acquisition takeover take; sell sale dispose; pay spend payment; cost price worth value expense charge fee bill
        earn profit income surplus; revenue sale turnover; loss lose deficit; job post position work employment worker; layoff redundancy job cut
        worker employee staff workforce labourer crew; firm company business group corporation enterprise; bank lender; shop store outlet; plant factory works facility
        boss chief head leader chairman executive director; lead head chair run direct oversee; share stock equity; stake holding share
        investor shareholder; customer client consumer buyer; market trading exchange; debut flotation listing listed; loan credit lending debt; rent lease
        wage pay salary remuneration; tax levy duty tariff; money fund cash funding finance; bring raise generate yield collect; pay fund finance
        money sum amount; rate interest; inflation price; budget spending; cheap affordable; expensive costly
        resign quit step leave resignation; dismiss fire sack oust remove; appoint name nominate hire pick choose select; hire recruit employ bring
        retire retirement; replace succeed substitute; elect vote choose election poll ballot; voter electorate; poll survey; candidate contender nominee
        parliament legislature lawmaker congress assembly; lawmaker legislator senator deputy mp member senate; minister secretary; president leader
        premier pm minister; government administration cabinet state authority; official authority spokesman spokesperson spokeswoman representative
        law bill legislation act measure; rule regulation law; rule decide decision ruling order judge; plan scheme programme program project proposal
        plan intend aim want mean set expect due schedule intention; propose suggest proposal recommend; deal agreement accord pact contract settle
        talk negotiation discussion negotiate discuss; negotiator envoy delegate diplomat; ceasefire truce; treaty pact; violate breach break
        visit trip tour travel; meet meeting talk summit; attend visit watch; protest demonstration rally march demonstrate; protester demonstrator activist
        strike walkout walk stoppage; union labour; army military troop soldier force; rebel insurgent militant; attack assault strike raid
        withdraw pull leave retreat withdrawal; capture seize take occupy; bomb explosion blast explode; gun shoot shooting; weapon arm
        police officer cop detective; arrest detain hold custody arrested; suspect accused defendant; charge accuse allege accusation allegation; convict guilty conviction
        acquit clear innocent; sentence jail prison imprison term; trial hearing case court; jury juror; judge justice; lawyer attorney counsel solicitor; prosecutor prosecution
        appeal challenge; steal theft rob thief robber burglar stolen raid; victim casualty; kidnap abduct hostage; crime offence; fraud corruption
        hacker attacker; breach hack leak; data record information file; doctor physician surgeon medic; nurse carer; patient case sufferer; hospital clinic hospitalise ward
        illness disease sickness; infection infect case catch; infect outbreak epidemic spread; vaccine shot jab vaccination immunise inoculate vaccinate; cure treat treatment therapy
        drug medicine medication; trial test study experiment; study research paper; scientist researcher biologist expert academic physicist; find discover discovery detect spot identify uncover locate finding
        university college; pupil student schoolchild; school classroom class; teacher tutor; lesson class; child kid youngster minor; parent family; baby infant newborn
        elderly pensioner senior old; young youth teenager; resident inhabitant villager local people citizen; people person; man male; woman female; couple pair
        house home residence household dwelling property; flat apartment; building structure; town city municipality community; village hamlet; area region district zone; country nation state
        road street highway motorway route; car vehicle automobile; lorry truck; coach bus; train rail railway; plane aircraft jet airliner; ship vessel boat tanker ferry; pedestrian footbridge
        passenger traveller rider; driver motorist; crash collide collision accident smash; journey trip travel travelling ride; pilot captain; flight fly; airport airfield
        launch liftoff lift blast takeoff; rocket launcher; orbit circle; satellite spacecraft probe; planet world; telescope observatory; engineer technician
        water rain; rain rainfall downpour wet; drought dry; heat hot warm; cold freeze ice icy; wind gust windy; snow blizzard; river stream canal; sea ocean; shore coast land beach; reservoir lake
        oil crude petroleum; leak spill; power electricity energy supply; outage blackout; gas fuel; emission pollution; climate warming; farm farmer agriculture grower; crop harvest; sheep flock
        field pasture; animal wildlife; dog hound; plant grow; food meal lunch; hunger famine; music song concert; singer musician; film movie picture feature; director filmmaker; book novel
        author writer novelist; prize award honour; exhibition show display; museum gallery; artist painter; play drama theatre stage; audience crowd spectator attendance; festival celebration; first debut
        picture photograph image photo capture; news report; newspaper daily; broadcaster network channel; internet online web; website site; phone mobile
        big large huge major great massive vast; small minor little tiny; new fresh latest; old aged age ancient; oldest eldest; whole entire all every full; part portion section
        about around roughly approximately some nearly almost; almost nearly; more over exceed above; less under below fewer; least minimum; most mostly largely mainly majority; half fifty; twice double two; triple three
        fast quick rapid swift; slow sluggish; early soon sooner earlier; late later afterwards after; previous former ex past last prior; current present now; recent lately; annual yearly year annually; monthly month; weekly week; daily day
        good positive; bad poor worst; strong powerful; weak fragile; important key significant crucial; dangerous risky hazardous; safe secure; serious severe critical grave; likely probable probably; possible may might could
        free charge; missing disappear vanish lost; happen occur take; cause reason because due; help aid assist assistance relief; allow let permit enable; ban forbid prohibit outlaw; need require must; get receive obtain gain; give hand provide grant
        make produce create build; build construct construction erect; building built; repair fix restore renovate renovation refurbish; design develop; use utilise employ; use operate run work function operation; keep retain hold maintain remain stay unchanged leave
        continue persist; move shift transfer relocate; ship transport carry send deliver; carry bear; live reside inhabit; own possess owner; lack shortage short without unfilled; fill plug; share divide; join enter; separate split
        try attempt effort; fail failure unable; refuse decline reject; avoid evade; prevent stop block; stop prevent; force compel; hope optimistic; fear worry concern afraid anxious; angry furious outrage; happy glad pleased delighted
        regret sorry; blame fault; complain complaint grievance; hard difficult tough; easy simple; wrong incorrect mistaken; record high; low lowest; narrow slim small; wide broad; long lengthy; short brief; near close nearby outside off
        far distant; inside within; top highest; biggest largest; smallest narrowest; mark level point; level rate; fewer less; gap void; back return; respond reply answer counter response retort; object protest; tell inform notify brief; read
        sign signature; write author; learn discover hear; know aware; remember recall; forget; look search hunt seek; investigate probe inquiry investigation inspect; check examine review; count number; measure weigh; follow trail after
        lead ahead advantage; run operate; manufacture produce; product goods; import foreign; export abroad; abroad overseas; world global worldwide international; national nationwide domestic; local regional; public state; private
        church religious; peace peaceful; war conflict fighting battle; refugee migrant asylum; border frontier; exchange swap; prisoner inmate detainee; camp shelter; house accommodate; aid donation donate contribute contribution; donor contributor; charity foundation
        gather collect assemble; petition signature; deadline limit; restriction limit curb restrict; effect force; deliver bring; expand extend enlarge extension; trainee pupil; retrain training; veteran longtime; ex former; prime premier
        disclose tell; unanimous unanimously; appear seem; wane fade weaken; booster dose; solo alone; behind later; loot looting plunder; dispatch send; observer monitor; debris wreckage; swerve veer; deer animal; ticket admission; reimburse refund money
        postwar war; race marathon; weather condition; sick ill; walkout strike; competitor rival; regulator watchdog; consult see; opportunity chance; provider supplier supply; best record; performance show; performer actor; sail vane; lightning thunder; volunteer resident; bus coach; restaurant cafe; beer brewery; chef cook; wine vineyard; fish catch; forest wood tree; mountain hill peak; volcano eruption erupt; slick oil; drift carry current; plug stop
        """.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static readonly Dictionary<string, IReadOnlyList<int>> ByStem = Read();

    public static IReadOnlyList<int> GroupsOf(string stem) => ByStem.GetValueOrDefault(stem) ?? [];

    private static Dictionary<string, IReadOnlyList<int>> Read() => Groups
        .SelectMany((words, group) => EnglishTerms.StemsOf(words).Select(stem => (stem, group)))
        .GroupBy(pair => pair.stem, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => (IReadOnlyList<int>)[.. g.Select(pair => pair.group)], StringComparer.Ordinal);
}
