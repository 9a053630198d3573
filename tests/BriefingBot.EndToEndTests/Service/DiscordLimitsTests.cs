using System.Text.Json;
using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>What is too long for Discord, and what articles would like Discord to do.</summary>
public sealed class DiscordLimitsTests(DiscordLimitsTests.Scene scene) : IClassFixture<DiscordLimitsTests.Scene>
{
    private const string Dam = "What do engineers say about the dam of Lake Orvan?";

    private readonly DiscordSimulator _sim = scene.Sim;

    [Fact]
    public async Task A_reply_longer_than_a_message_arrives_whole_and_in_order()
    {
        var (channel, reader) = scene.Place();

        await AskedAsync(channel, reader, () => _sim.UserSays(channel, reader, Dam, mention: true));
        await AskedAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, "ask", ("question", Dam)));
        await AskedAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, "ask", ("question", Dam), ("private", true)));
        await AskedAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, "quote", ("topic", "the dam of Lake Orvan")));

        // The simulator refuses whatever is over a limit.
        Assert.DoesNotContain(_sim.Journal.Entries, entry => entry.Status == 400);
    }

    [Fact]
    public async Task Nothing_in_an_article_pings_links_or_formats()
    {
        var (channel, reader) = scene.Place();
        const string question = "When did the mill of Brastad burn down?";
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
            var text = message.Content + string.Concat(message.Embeds.Objects().Select(embed => $"\n{embed["title"]}\n{embed["description"]}\n{embed["footer"]?["text"]}"));
            Assert.DoesNotMatch(@"@(everyone|here)|(?<!\\)<@|(?<!\\)<#|://evil|discord\.gg|(?<!\\)\]\(|(?<!\\)\|\||(?<!\\)`|\u202E", text);
            Assert.All(message.Embeds.Objects(), embed => Assert.Null(embed["url"]));
        });
        Assert.Empty(_sim.PingingMessages);
    }

    /// <summary>Waits for the six figures that the six articles give, and for the last message's buttons or scope line.</summary>
    private async Task AskedAsync(SimChannel channel, SimUser reader, Action ask)
    {
        var before = _sim.Answers(channel, reader).Count;
        ask();
        IEnumerable<SimMessage> Messages() => _sim.Answers(channel, reader).Skip(before);
        await scene.UntilAsync(() => Messages().Any(message => message.Content.Contains("-# Searched", StringComparison.Ordinal)), "the end of the reply came");

        var texts = Messages().Select(message => message.Content).ToList();
        Assert.True(texts.Count > 1, $"One message of {texts[0].Length} characters.");
        var whole = string.Join(' ', texts);
        Assert.All(Scene.Figures, figure => Assert.Contains($"{figure} turbines", whole, StringComparison.Ordinal));
    }

    public sealed class Scene() : DiscordNewsroom(new SimulatorSettings(), ("Answer:MaxSentences", "6"), ("Answer:MaxWords", "400"))
    {
        public static readonly int[] Figures = [111, 222, 333, 444, 555];

        public override async ValueTask InitializeAsync()
        {
            foreach (var (i, figure) in Figures.Index()) Room.Write($"seeds/dam-{i}.jsonl", LongArticle(i, figure));
            Room.Write("seeds/mill.jsonl", JsonSerializer.Serialize(new
            {
                id = "mill",
                title = "Mill @everyone <@123456789012345678> [burnt](https://evil.example) down ||spoiler|| \u202Eback",
                source = "Evil `Outlet` <@&987654321098765432> discord.gg/evil @here",
                published = "2021-04-01",
                url = "javascript:alert(1)",
                text = "The mill of Brastad burnt down on Friday night, the fire service said @everyone. "
                    + "See [the mill of Brastad](https://evil.example/mill) or https://evil.example, join discord.gg/evil and ask <@123456789012345678>, <@&987654321098765432> or <#123456789012345678>. "
                    + "The ||mill of Brastad|| `burnt` **down** @here.\n\n# The mill of Brastad\n\n> burnt down <https://evil.example/quote>\n",
            }));
            await base.InitializeAsync();
        }

        /// <summary>One sentence of some 65 long words that no other article shares.</summary>
        private static string LongArticle(int number, int figure)
        {
            var words = Enumerable.Range(0, 52).Select(i => $"{(char)('a' + number)}{(char)('b' + i % 20)}onstructional{(char)('a' + i / 20)}ness");
            return JsonSerializer.Serialize(new
            {
                id = $"dam-{number}",
                title = $"Engineers on the dam of Lake Orvan, part {number}",
                source = $"Dam Paper {number}",
                published = $"2021-05-0{number + 1}",
                text = $"Engineers say that the dam of Lake Orvan has {figure} turbines and {string.Join(' ', words)} as well.",
            });
        }
    }
}
