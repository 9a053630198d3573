using BriefingBot.EndToEndTests.Simulators.Llm;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>A model that fails: every question is answered all the same, once, in the articles' own words, and in bounded time.</summary>
public sealed class LanguageModelFaultTests(LanguageModelFaultTests.Scene scene) : IClassFixture<LanguageModelFaultTests.Scene>
{
    /// <summary>The model's time, what the bot needs itself, and what a busy machine adds.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(Scene.AnswerSeconds + 6);

    private static readonly Dictionary<string, (Func<LlmRequest, LlmReply> Writes, string Logged)> Faults = new(StringComparer.Ordinal)
    {
        ["429 for an hour"] = (_ => LlmReply.Refusal(429, "rate_limit", "3600"), "refuses for now"),
        ["500"] = (_ => LlmReply.Refusal(500, "server_error"), "is in trouble (500 server_error)"),
        ["503"] = (_ => LlmReply.Refusal(503), "is in trouble (503"),
        ["401"] = (_ => LlmReply.Refusal(401, "invalid_api_key"), "does not accept Llm:ApiKey"),
        ["cut"] = (request => ModelBehaviour.Good(request) with { Fault = Fault.Cut }, "broke off"),
        ["no end"] = (request => ModelBehaviour.Good(request) with { Fault = Fault.EndsEarly }, "broke off"),
        ["malformed"] = (request => ModelBehaviour.Good(request) with { Fault = Fault.Malformed }, "cannot be read"),
        ["endless"] = (_ => LlmReply.Endless("The bridge and the bridge "), "nothing that it wrote is borne out"),
        ["endless lines"] = (_ => LlmReply.Endless("So it goes.\n"), "nothing that it wrote is borne out"),
        ["dribble"] = (request => ModelBehaviour.Good(request) with { Before = _ => Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System) }, "it took too long"),
        ["wrong keys"] = (ModelBehaviour.WrongKeys, "nothing that it wrote is borne out"),
        ["inventions"] = (ModelBehaviour.Invents, "nothing that it wrote is borne out"),
        ["nothing"] = (_ => LlmReply.Of(""), "nothing that it wrote is borne out"),
        ["no first word"] = (request => ModelBehaviour.Good(request) with { Fault = Fault.SlowStart }, "gave nothing for"),
        ["stall"] = (request => ModelBehaviour.Good(request) with { Fault = Fault.Stall }, "gave nothing for"),
    };

    private static int _town;

    public static TheoryData<string, string> Cases
    {
        get
        {
            var kinds = ChatWindow.Kinds.Select(row => row.Data).ToList();
            return [.. Faults.Keys.Select((fault, i) => new TheoryDataRow<string, string>(fault, kinds[i % kinds.Count]))];
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_articles_own_words_are_given_in_time_and_once(string fault, string kind)
    {
        // Enough that goes well in between, or the model would be left alone and the fault not met.
        await GoodAnswersAsync(3);
        var (town, window) = (_town++, scene.Window(kind));
        scene.Writes = Faults[fault].Writes;
        var (started, logged) = (TimeProvider.System.GetTimestamp(), scene.Errors.Length);

        var answer = await window.AnswerAsync(scene, Towns.Question(town));

        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, Bound);
        Assert.Contains(Towns.Answer(town), answer, StringComparison.Ordinal);
        Assert.Contains("In the articles' own words, as sim-1 could not write it", answer.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await scene.UntilAsync(() => scene.Errors.Length > logged && scene.Errors[logged..].Contains(Faults[fault].Logged, StringComparison.Ordinal), $"the log said \"{Faults[fault].Logged}\"");
        Assert.DoesNotContain("could not be composed", scene.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(LlmSimulator.Key, scene.Errors, StringComparison.Ordinal);
    }

    private async Task GoodAnswersAsync(int number)
    {
        scene.Writes = ModelBehaviour.Good;
        var window = scene.Window(ChatWindow.DiscordMention);
        foreach (var town in Enumerable.Range(_town, number)) Assert.Contains(Towns.Answer(town), await window.AnswerAsync(scene, Towns.Question(town)), StringComparison.Ordinal);
        _town += number;
    }

    public sealed class Scene() : ModelNewsroom(
        ("Synthesis:AnswerSeconds", $"{AnswerSeconds}"), ("Llm:FirstTokenSeconds", "2"), ("Llm:MaxRetries", "0"))
    {
        public const int AnswerSeconds = 5;

        public override ValueTask InitializeAsync()
        {
            foreach (var town in Enumerable.Range(0, 4 * Faults.Count)) Room.Write($"seeds/bridge-{town}.md", Towns.Article(town));
            return base.InitializeAsync();
        }

        /// <summary>After all: nobody was answered twice.</summary>
        public override async ValueTask DisposeAsync()
        {
            Assert.All(Windows, window => Assert.Equal(window.Asked, window.Answers().Count));
            await base.DisposeAsync();
        }
    }
}
