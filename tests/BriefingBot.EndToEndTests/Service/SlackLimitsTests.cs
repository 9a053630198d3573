using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>What is too long for Slack, and what articles would like Slack to do.</summary>
public sealed class SlackLimitsTests(SlackLimitsTests.Scene scene) : IClassFixture<SlackLimitsTests.Scene>
{
    private readonly SlackSimulator _sim = scene.Sim;

    [Fact]
    public async Task A_reply_longer_than_a_message_arrives_whole_and_in_order()
    {
        var (channel, reader) = scene.Place();

        await AskedAsync(channel, reader, () => _sim.UserSays(channel, reader, LongArticles.Question, mention: true));
        await AskedAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, "/briefing", $"ask {LongArticles.Question}"));
        await AskedAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, "/briefing", $"ask {LongArticles.Question} private"));
        await scene.CommandAsync(channel, reader, "quote turbines of the dam of Lake Orvan");

        // The simulator refuses whatever is over a limit.
        Assert.DoesNotContain(_sim.Journal.Entries, entry => entry.Answer?["error"] is not null);
    }

    [Fact]
    public async Task Nothing_in_an_article_pings_links_or_formats()
    {
        var (channel, reader) = scene.Place();
        const string question = "What happened to the mill of Brastad?";
        var answer = await scene.MentionAsync(channel, reader, question);
        SimMessage[] seen =
        [
            answer,
            await scene.ClickAsync(answer, reader, "Show quotes"),
            await scene.CommandAsync(channel, reader, "quote mill of Brastad"),
            await scene.CommandAsync(channel, reader, "sources evil"),
            await scene.CommandAsync(channel, reader, $"ask {question} source:\"<!here> <@{reader.Id}> https://evil.example\""),
            await scene.CommandAsync(channel, reader, $"ask <!channel> {_sim.Bot.Mention} *{question}* https://evil.example"),
        ];
        _sim.UserOpensHome(reader);
        await scene.UntilAsync(() => _sim.HomeOf(reader) is not null, "the home tab was shown");

        Assert.Contains("fire service", answer.Read(), StringComparison.Ordinal);
        Assert.All(seen, message =>
        {
            // The notification's text is the only place in which Slack reads markup.
            Assert.DoesNotMatch(@"<[@!#]|@(everyone|here|channel)|://evil|evil\.example|[*~`]|\u202E", message.Text);
            Assert.DoesNotContain(BlockTree.Objects(message.Blocks), part => part["type"].AsString() is "mrkdwn" or "markdown" or "user" or "broadcast" or "usergroup" or "emoji");
            Assert.DoesNotContain("\u202E", message.Read(), StringComparison.Ordinal);
            Assert.All(Links(message), url => Assert.StartsWith("https://example.org/", url, StringComparison.Ordinal));
        });
        Assert.Empty(_sim.PingingMessages);
        Assert.Empty(_sim.UnfurledLinks);
    }

    private static IEnumerable<string> Links(SimMessage message) => BlockTree.Objects(message.Blocks).Select(part => part["url"].AsString()).OfType<string>();

    /// <summary>Waits for the line that ends a reply, and looks for what each article says.</summary>
    private async Task AskedAsync(SimChannel channel, SimUser reader, Action ask)
    {
        var before = _sim.Answers(channel, reader).Count;
        ask();
        IEnumerable<SimMessage> Messages() => _sim.Answers(channel, reader).Skip(before);
        await scene.UntilAsync(() => Messages().Any(message => message.Read().Contains("Searched ", StringComparison.Ordinal)), "the end of the reply came");

        var texts = Messages().Select(message => message.Read()).ToList();
        Assert.True(texts.Count > 1, $"One message of {texts[0].Length} characters.");
        var whole = string.Join(' ', texts);
        Assert.All(LongArticles.Figures, figure => Assert.Contains($"{figure} turbines", whole, StringComparison.Ordinal));
    }

    public sealed class Scene() : SlackNewsroom(new SimulatorSettings(), ("Answer:MaxSentences", "6"), ("Answer:MaxWords", "400"))
    {
        public override async ValueTask InitializeAsync()
        {
            LongArticles.Write(Room, wordLength: 120);
            NastyArticle.Write(Room);
            await base.InitializeAsync();
        }
    }
}
