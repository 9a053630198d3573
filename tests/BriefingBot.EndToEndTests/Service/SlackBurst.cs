using System.Globalization;
using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;
using Kind = BriefingBot.EndToEndTests.Simulators.Traffic;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>
/// By mention, by command and by direct message in turn. Slack keeps no command that reaches no process and tells its person
/// so; while no socket is open, people mention the bot.
/// </summary>
internal sealed class SlackBurst : Burst
{
    private readonly SlackNewsroom _scene;
    private readonly SlackSimulator _sim;
    private readonly List<SimUser> _people;
    private readonly List<SimChannel> _channels;
    private readonly List<SimChannel> _places;

    public SlackBurst(SlackNewsroom scene, int channels, int people)
        : base(scene)
    {
        (_scene, _sim) = (scene, scene.Sim);
        _people = [.. Enumerable.Range(0, people).Select(i => _sim.AddUser($"reader-{i}"))];
        _channels = [.. Enumerable.Range(0, channels).Select(i => _sim.AddChannel($"news-{i}"))];
        _places = [.. _channels, .. _people.Select(_sim.DirectMessage)];
    }

    protected override string Traffic
    {
        get
        {
            var (journal, answers) = (_sim.Journal.Entries, _sim.Journal.Of(Kind.Rest));
            return string.Create(CultureInfo.InvariantCulture, $"""
                {_sim.Journal.Of(Kind.SocketConnect).Count} sockets, {answers.Count(e => e.Status == 429)} times 429 ({_sim.RateLimits.Exceeded} of the client's own doing), {answers.Count(e => e.Status >= 500)} times 5xx, {answers.Count(e => e.Status == 0)} responses lost, {answers.Count(e => e.Status == 200 && e.Answer?["error"] is not null)} times ok: false
                {journal.Count(e => e.Traffic == Kind.SocketOut && e.Body?["envelope_id"] is not null)} envelopes for {_sim.Deliveries.Count} events and commands, {_sim.Deliveries.Count(d => d.Attempts > 1)} of which came again; {_sim.Deliveries.Count(d => d is { IsEvent: false, IsGivenUp: true })} commands were given up
                """);
        }
    }

    /// <summary>A command that is under way when its socket breaks would be lost, and its person told so.</summary>
    public Task CommandsArrivedAsync() => _scene.UntilAsync(() => _sim.Deliveries.All(delivery => delivery.IsEvent || delivery.AcknowledgedAt is not null), "the commands arrived");

    /// <summary>Asks once more everywhere: what waited before has been worked off when these are answered.</summary>
    public async Task SettleAsync()
    {
        List<(SimChannel Place, int Before)> places = [.. _places.Select(place => (place, _sim.Answers(place).Count))];
        foreach (var (i, (place, _)) in places.Index()) _sim.UserSays(place, place.With ?? _people[i], "Who was the last keeper of the lighthouse of Karlsund?", mention: true);
        await _scene.UntilAsync(() => places.All(place => _sim.Answers(place.Place).Count > place.Before), "the last ones were answered", seconds: 60);
    }

    protected override DateTimeOffset Ask(int town)
    {
        var (channel, person, question) = (_channels[town % _channels.Count], _people[town % _people.Count], Towns.Question(town));
        return (town % 3) switch
        {
            0 => _sim.UserSays(_sim.DirectMessage(person), person, question).CreatedAt,
            1 when _sim.SocketsOnline > 0 => _sim.UserRunsCommand(channel, person, "/briefing", $"ask {question}").CreatedAt,
            _ => _sim.UserSays(channel, person, question, mention: true).CreatedAt,
        };
    }

    protected override IReadOnlyList<DateTimeOffset> AnswersTo(int town) =>
        [.. _places.SelectMany(place => _sim.Answers(place)).Where(message => message.Text.Contains(Towns.Answer(town), StringComparison.Ordinal)).Select(message => message.CreatedAt)];
}
