using System.Globalization;
using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;
using Kind = BriefingBot.EndToEndTests.Simulators.Traffic;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Half by mention and half by command.</summary>
internal sealed class DiscordBurst(DiscordNewsroom scene, int channels, int people) : Burst(scene)
{
    private readonly DiscordSimulator _sim = scene.Sim;
    private readonly List<SimChannel> _channels = [.. Enumerable.Range(0, channels).Select(i => scene.Sim.AddChannel(scene.Guild, $"news-{i}"))];
    private readonly List<SimUser> _people = [.. Enumerable.Range(0, people).Select(i => scene.Sim.AddUser($"reader-{i}"))];

    /// <summary>Deferred responses that nothing replaced.</summary>
    public IEnumerable<SimMessage> StillThinking => _channels.SelectMany(channel => _sim.MessagesIn(channel)).Where(message => message.IsLoading);

    protected override string Traffic
    {
        get
        {
            var journal = _sim.Journal.Entries;
            return string.Create(CultureInfo.InvariantCulture, $"""
                {journal.Count(e => e.What == "op 6")} resumes, {journal.Count(e => e.What == "op 2")} identifies, {journal.Count(e => e is { Traffic: Kind.Rest, Status: 429 })} times 429, {journal.Count(e => e is { Traffic: Kind.Rest, Status: >= 500 })} times 5xx
                {journal.Count(e => e is { Traffic: Kind.GatewayOut, What: "MESSAGE_CREATE" or "INTERACTION_CREATE" })} events, each delivered twice and again on resuming; {_sim.Unanswered.Count} commands were told that nobody responds
                """);
        }
    }

    /// <summary>Asks once more in every channel: what waited before has been worked off when these are answered.</summary>
    public async Task SettleAsync()
    {
        foreach (var channel in _channels)
        {
            var person = _sim.AddUser("last");
            await scene.AnswerAsync(channel, person, () => _sim.UserSays(channel, person, "Who was the last keeper of the lighthouse of Karlsund?", mention: true));
        }
    }

    protected override DateTimeOffset Ask(int town)
    {
        var (channel, person) = (_channels[town % _channels.Count], _people[town % _people.Count]);
        return town / _channels.Count % 2 == 0
            ? _sim.UserSays(channel, person, Towns.Question(town), mention: true).CreatedAt
            : _sim.UserRunsCommand(channel, person, "ask", ("question", Towns.Question(town))).CreatedAt;
    }

    protected override IReadOnlyList<DateTimeOffset> AnswersTo(int town) =>
    [
        .. _channels.SelectMany(channel => _sim.Answers(channel))
            .Where(message => message.Content.Contains(Towns.Answer(town), StringComparison.Ordinal))
            .Select(message => message.Edits.Count > 0 ? message.Edits[0] : message.CreatedAt),
    ];
}
