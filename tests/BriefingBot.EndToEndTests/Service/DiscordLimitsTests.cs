using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>What is too long for Discord, and what articles would like Discord to do.</summary>
public sealed class DiscordLimitsTests(DiscordLimitsTests.Scene scene) : IClassFixture<DiscordLimitsTests.Scene>
{
    private readonly DiscordSimulator _sim = scene.Sim;

    [Fact]
    public async Task A_reply_longer_than_a_message_arrives_whole_and_in_order()
    {
        var (channel, reader) = scene.Place();

        await AskedAsync(channel, reader, () => _sim.UserSays(channel, reader, LongArticles.Question, mention: true));
        await AskedAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, "ask", ("question", LongArticles.Question)));
        await AskedAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, "ask", ("question", LongArticles.Question), ("private", true)));
        await AskedAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, "quote", ("topic", "turbines of the dam of Lake Orvan")));

        // The simulator refuses whatever is over a limit.
        Assert.DoesNotContain(_sim.Journal.Entries, entry => entry.Status == 400);
    }

    [Fact]
    public async Task Nothing_in_an_article_pings_links_or_formats()
    {
        var (channel, reader) = scene.Place();
        const string question = "What happened to the mill of Brastad?";
        var answer = await scene.AnswerAsync(channel, reader, () => _sim.UserSays(channel, reader, question, mention: true));
        SimMessage[] seen =
        [
            answer,
            await scene.AnswerAsync(channel, reader, () => _sim.UserClicks(answer, reader, answer.Button("Show quotes"))),
            await scene.AnswerAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, "quote", ("topic", "mill of Brastad"))),
            await scene.AnswerAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, "sources", ("filter", "evil"))),
            await scene.AnswerAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, "ask", ("question", question), ("source", "<@&7> @everyone https://evil.example"))),
        ];

        Assert.Contains("fire service", answer.Content, StringComparison.Ordinal);
        Assert.All(seen, message =>
        {
            // Footers are left out: Discord shows them without any markup.
            var text = message.Content + string.Concat(message.Embeds.Objects().Select(embed => $"\n{embed["title"]}\n{embed["description"]}"));
            Assert.DoesNotMatch(@"@(everyone|here)|(?<!\\)<@|(?<!\\)<#|://evil|discord\.gg|(?<!\\)\]\(|(?<!\\)\|\||(?<!\\)`|\u202E", text);
            Assert.All(message.Embeds.Objects(), embed => Assert.Null(embed["url"]));
        });
        Assert.Empty(_sim.PingingMessages);
    }

    /// <summary>Waits for the line that ends a reply, and looks for what each article says.</summary>
    private async Task AskedAsync(SimChannel channel, SimUser reader, Action ask)
    {
        var before = _sim.Answers(channel, reader).Count;
        ask();
        IEnumerable<SimMessage> Messages() => _sim.Answers(channel, reader).Skip(before);
        await scene.UntilAsync(() => Messages().Any(message => message.Content.Contains("Searched ", StringComparison.Ordinal)), "the end of the reply came");

        var texts = Messages().Select(message => message.Content).ToList();
        Assert.True(texts.Count > 1, $"One message of {texts[0].Length} characters.");
        var whole = string.Join(' ', texts);
        Assert.All(LongArticles.Figures, figure => Assert.Contains($"{figure} turbines", whole, StringComparison.Ordinal));
    }

    public sealed class Scene() : DiscordNewsroom(new SimulatorSettings(), ("Answer:MaxSentences", "6"), ("Answer:MaxWords", "400"))
    {
        public override async ValueTask InitializeAsync()
        {
            LongArticles.Write(Room, wordLength: 0);
            NastyArticle.Write(Room);
            await base.InitializeAsync();
        }
    }
}
