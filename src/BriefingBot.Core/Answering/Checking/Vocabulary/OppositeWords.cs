namespace BriefingBot.Answering.Checking.Vocabulary;

/// <summary>Pairs of meanings of which a sentence may not take the other side.</summary>
internal static class OppositeWords
{
    private static readonly string[] Pairs = """
        rise raise climb grow growth increase surge jump soar gain lift hike boost expand up accelerate strengthen upgrade|fall drop decline slip slide decrease sink tumble plunge dip shrink slump lower reduce cut slash trim ease slow cool down weaken downgrade contract narrow
        highest biggest largest most record widest longest strongest fastest oldest|lowest smallest least fewest narrowest shortest weakest slowest youngest
        more higher larger bigger greater longer over above exceed|fewer less lower smaller under below shorter
        win won victory beat defeat triumph winner|lose lost defeated loser
        profit earn surplus gain|loss lose deficit
        support back approve favour welcome endorse agree accept adopt pass praise hail|oppose reject criticise refuse decline object condemn veto block
        admit acknowledge concede confirm accept|deny denied dispute reject refute
        convict guilty conviction jail|acquit clear innocent acquittal exonerate
        alive survive survivor survived|dead die killed death drown perish
        start begin open launch reopen resume|stop halt end close shut suspend cease cancel
        allow permit let legalise legal|ban forbid prohibit outlaw illegal block
        hire recruit appoint employ|fire sack dismiss oust layoff
        before|after
        earlier sooner|later
        arrive enter join advance|leave depart quit withdraw retreat exit
        buy purchase acquire import|sell export dispose
        import|export
        double twice|half halve
        triple treble|third
        positive|negative
        success succeed successful|fail failure
        strengthen stronger strong|weaken weaker weak
        improve better best|worsen worse worst deteriorate
        toward towards|away
        agree|refuse decline disagree
        safe safely unharmed unhurt uninjured|dangerous injured hurt wounded
        find found discover|lose lost
        hot heat warm|cold cool freeze
        first|last final
        majority most|minority few
        north northern|south southern
        east eastern|west western
        man men male boy|woman women female girl
        increase|decrease
        extend lengthen|shorten reduce cut
        tighten restrict|loosen relax ease
        public|private
        arrest detain jail imprison|release free
        build construct|demolish destroy
        always|never
        possible|impossible
        better|worse
        hope optimistic|fear pessimistic
        pay|owe
        faster quicker|slower
        cheaper|dearer costlier
        import|export
        upper|lower
        inside|outside
        left-wing|right-wing
        father|mother
        brother son husband uncle grandfather|sister daughter wife aunt grandmother
        ally|enemy rival
        borrow|lend
        outgoing|incoming
        summer|winter
        accept agree approve grant welcome adopt pass clear|refuse reject turn_down decline rebuff vote_down veto block spurn throw_out
        high|low
        succeed|fail
        include contain|exclude omit
        present|absent
        maximum|minimum
        rich wealthy|poor
        wet|dry
        narrow|wide broad
        widen|narrow
        cheap|expensive
        permanent|temporary
        voluntary|compulsory
        guilty|innocent
        upgrade|downgrade
        promote|relegate demote
        resume|suspend
        lift scrap abolish|impose introduce
        encourage|discourage
        domestic|foreign
        urban|rural
        senior|junior
        shallow|deep
        thick|thin
        praise applaud hail|criticise condemn denounce attack
        defend|condemn attack
        ease calm improve|worsen aggravate intensify strengthen
        delay|accelerate speed_up hasten
        simple easy|complex difficult hard
        reward|punish
        strengthen|ease weaken subside
        stay remain|leave quit
        vote_in elect|vote_out oust
        friend|enemy foe
        heavy|light
        spend|save
        raise|lower
        open|shut close closed
        accelerate|slow slow_down
        lengthy long|short brief
        retain keep|lose drop
        confirm|deny
        plaintiff|defendant
        attack|defend
        morning|evening
        deny|admit confess
        fast quick|slow
        satisfied|disappointed
        fill|empty
        appear emerge|disappear vanish
        add|remove
        legal lawful|illegal unlawful
        go_up|go_down
        gain|lose
        cooperate|resist
        stable steady|unstable
        active|inactive
        optimism|pessimism
        import|export
        near close|far distant
        ignore disregard flout|heed obey follow observe
        spread|recede decline retreat
        worried afraid concerned|confident relaxed
        praise|blame
        majority|minority
        unite|divide split
        attract|deter repel
        speed_up accelerate|slow_down slow brake
        alive|dead
        shortage|surplus glut
        optimistic hopeful|pessimistic gloomy
        popular|unpopular
        widespread common|rare
        full|empty
        mild|severe
        clean|dirty
        calm|violent stormy
        shorter|longer
        earlier|later
        deeper|shallower
        generous|mean
        creditor|debtor
        buyer|seller
        seller vendor|buyer purchaser
        tenant|landlord
        employer|employee
        host|guest
        teacher|pupil
        leader|follower
        ahead|behind
        carry|defeat
        favour|against opposed
        raise|scrap abolish
        strongly|weakly
        postpone delay put_off defer|bring_forward
        above|below
        gain|shed
        arrive|depart
        ascend|descend
        remember|forget
        trust|distrust
        welcome|deplore lament regret
        tighten|relax
        ban|lift
        expand|shrink contract
        frozen|thawed
        """.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static readonly Dictionary<string, List<int>> SidesByStem = Read();

    /// <summary>The sides a word stands on; the other side of <c>s</c> is <c>s ^ 1</c>.</summary>
    public static IReadOnlyList<int> SidesOf(string stem) => SidesByStem.TryGetValue(stem, out var sides) ? sides : [];

    private static Dictionary<string, List<int>> Read()
    {
        var byStem = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var pair = 0; pair < Pairs.Length; pair++)
        {
            var sides = Pairs[pair].Split('|');
            for (var side = 0; side < 2; side++)
            {
                foreach (var word in sides[side].Split(' '))
                {
                    var stem = LikeWords.StemOf(word);
                    if (!byStem.TryGetValue(stem, out var known)) byStem[stem] = known = [];
                    if (!known.Contains((2 * pair) + side)) known.Add((2 * pair) + side);
                }
            }
        }

        return byStem;
    }
}
