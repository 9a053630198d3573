using System.Globalization;
using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Questions about distinct <see cref="Towns"/>, half by mention and half by command, and what became of them.</summary>
internal sealed class Burst(DiscordNewsroom scene, int channels, int people)
{
    private readonly DiscordSimulator _sim = scene.Sim;
    private readonly List<SimChannel> _channels = [.. Enumerable.Range(0, channels).Select(i => scene.Sim.AddChannel(scene.Guild, $"news-{i}"))];
    private readonly List<SimUser> _people = [.. Enumerable.Range(0, people).Select(i => scene.Sim.AddUser($"reader-{i}"))];
    private readonly Dictionary<int, DateTimeOffset> _asked = [];

    public IEnumerable<int> Lost => _asked.Keys.Where(town => Replies(town).Count == 0);

    public IEnumerable<int> Repeated => _asked.Keys.Where(town => Replies(town).Count > 1);

    /// <summary>Deferred responses that nothing replaced.</summary>
    public IEnumerable<SimMessage> StillThinking => _channels.SelectMany(channel => _sim.MessagesIn(channel)).Where(message => message.IsLoading);

    public void Ask(int first, int count)
    {
        foreach (var town in Enumerable.Range(first, count))
        {
            var (channel, person) = (_channels[town % _channels.Count], _people[town % _people.Count]);
            if (town / _channels.Count % 2 == 0) _asked[town] = _sim.UserSays(channel, person, Towns.Question(town), mention: true).CreatedAt;
            else _asked[town] = _sim.UserRunsCommand(channel, person, "ask", ("question", Towns.Question(town))).CreatedAt;
        }
    }

    public Task AnsweredAsync(int count) => scene.UntilAsync(() => _asked.Keys.Count(town => Replies(town).Count > 0) >= count, $"{count} questions were answered", seconds: 60);

    /// <summary>Asks once more in every channel: what waited before has been worked off when these are answered.</summary>
    public async Task SettleAsync()
    {
        foreach (var channel in _channels)
        {
            var person = _sim.AddUser("last");
            await scene.AnswerAsync(channel, person, () => _sim.UserSays(channel, person, "Who was the last keeper of the lighthouse of Karlsund?", mention: true));
        }
    }

    public string Figures(TimeSpan took)
    {
        var waits = _asked.Keys.Where(town => Replies(town).Count > 0).Select(town => (Shown(Replies(town)[0]) - _asked[town]).TotalSeconds).Order().ToList();
        var journal = _sim.Journal.Entries;
        return string.Create(CultureInfo.InvariantCulture, $"""
            {_asked.Count} questions in {took.TotalSeconds:0.0} s: {waits.Count} answered, {Repeated.Count()} repeated, {Lost.Count()} lost
            from question to answer: p50 {waits[waits.Count / 2]:0.00} s, p95 {waits[waits.Count * 95 / 100]:0.00} s, longest {waits[^1]:0.00} s
            {journal.Count(e => e.What == "op 6")} resumes, {journal.Count(e => e.What == "op 2")} identifies, {journal.Count(e => e is { Traffic: Traffic.Rest, Status: 429 })} times 429, {journal.Count(e => e is { Traffic: Traffic.Rest, Status: >= 500 })} times 5xx
            {journal.Count(e => e is { Traffic: Traffic.GatewayOut, What: "MESSAGE_CREATE" or "INTERACTION_CREATE" })} events, each delivered twice and again on resuming; {_sim.Unanswered.Count} commands were told that nobody responds
            """);
    }

    private static DateTimeOffset Shown(SimMessage reply) => reply.Edits.Count > 0 ? reply.Edits[0] : reply.CreatedAt;

    private List<SimMessage> Replies(int town) =>
        [.. _channels.SelectMany(channel => _sim.Answers(channel)).Where(message => message.Content.Contains(Towns.Answer(town), StringComparison.Ordinal))];
}
