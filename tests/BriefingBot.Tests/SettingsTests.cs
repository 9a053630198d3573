using System.Runtime.CompilerServices;
using System.Text.Json;
using BriefingBot.Answering;
using BriefingBot.Answering.Synthesis;
using BriefingBot.Articles;
using BriefingBot.Chat;
using BriefingBot.Chat.Corrections;
using BriefingBot.Chat.Feedback;
using BriefingBot.Chat.Alerts;
using BriefingBot.Chat.Uploads;
using BriefingBot.Discord;
using BriefingBot.Feeds;
using BriefingBot.Hosting;
using BriefingBot.SemanticKernel;
using BriefingBot.Slack;
using BriefingBot.SqliteStore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Tests;

public sealed class SettingsTests
{
    private static readonly (string Section, object Defaults)[] Sections =
    [
        (SynthesisOptions.Section, new SynthesisOptions()),
        (ArticlesOptions.Section, new ArticlesOptions()), (FeedsOptions.Section, new FeedsOptions()), (DataOptions.Section, new DataOptions()), (AnswerOptions.Section, new AnswerOptions()),
        (ChatOptions.Section, new ChatOptions()), (AlertsOptions.Section, new AlertsOptions()), (UploadsOptions.Section, new UploadsOptions()), (WebOptions.Section, new WebOptions()), (DiscordOptions.Section, new DiscordOptions()), (SlackOptions.Section, new SlackOptions()),
        (LlmOptions.Section, new LlmOptions()), (CorrectionOptions.Section, new CorrectionOptions()), (GapReportOptions.Section, new GapReportOptions()),
    ];

    [Fact]
    public void The_example_holds_every_setting_and_no_other()
    {
        var example = Example();

        var keys = example.GetChildren().SelectMany(section => section.GetChildren()).Select(setting => setting.Path).Order(StringComparer.Ordinal);
        var settings = Sections.SelectMany(s => s.Defaults.GetType().GetProperties().Where(p => p.SetMethod is not null).Select(p => $"{s.Section}:{p.Name}"));
        Assert.Equal(settings.Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void Every_setting_of_the_example_is_its_default()
    {
        using var services = Compose(Example());

        var articles = services.GetRequiredService<ArticlesOptions>();
        Assert.Equal(new ArticlesOptions().PathsOrDefault, articles.PathsOrDefault);
        Assert.Equal(JsonSerializer.Serialize(new FeedsOptions()), JsonSerializer.Serialize(services.GetRequiredService<FeedsOptions>()));
        Assert.Equal(new DataOptions(), services.GetRequiredService<DataOptions>());
        Assert.Equal(new AnswerOptions(), services.GetRequiredService<AnswerOptions>());
        Assert.Equal(new SynthesisOptions(), services.GetRequiredService<SynthesisOptions>());
        Assert.Equal(new LlmOptions(), services.GetRequiredService<LlmOptions>());
        Assert.Equal(new CorrectionOptions(), services.GetRequiredService<CorrectionOptions>());
        Assert.Equal(new GapReportOptions(), services.GetRequiredService<GapReportOptions>());
        Assert.Equal(new AlertsOptions(), services.GetRequiredService<AlertsOptions>());
        Assert.Equal(new UploadsOptions(), services.GetRequiredService<UploadsOptions>());
        Assert.Equal(new WebOptions(), services.GetRequiredService<WebOptions>());
        Assert.Equal(JsonSerializer.Serialize(new ChatOptions()), JsonSerializer.Serialize(services.GetRequiredService<ChatOptions>()));
        Assert.Equal(JsonSerializer.Serialize(new DiscordOptions()), JsonSerializer.Serialize(services.GetRequiredService<DiscordOptions>()));
        Assert.Equal(JsonSerializer.Serialize(new SlackOptions()), JsonSerializer.Serialize(services.GetRequiredService<SlackOptions>()));
    }

    [Fact]
    public void Every_section_is_bound()
    {
        using var services = Compose(With("Answer:MaxSentences", "5", "Answer:MaxWords", "77", "Data:Folder", "here", "Articles:Paths:0", "a", "Articles:Paths:1", "b"));

        Assert.Equal(new AnswerOptions { MaxSentences = 5, MaxWords = 77 }, services.GetRequiredService<AnswerOptions>());
        Assert.Equal("here", services.GetRequiredService<DataOptions>().Folder);
        Assert.Equal(["a", "b"], services.GetRequiredService<ArticlesOptions>().PathsOrDefault);
    }

    [Theory]
    [InlineData("Answer:MaxSentences", "0")]
    [InlineData("Answer:MaxSentences", "7")]
    [InlineData("Answer:MaxWords", "29")]
    [InlineData("Answer:MaxWords", "401")]
    [InlineData("Answer:MaxWords", "many")]
    [InlineData("Answer:MaxWord", "80")]
    [InlineData("Synthesis:AnswerSeconds", "0")]
    [InlineData("Synthesis:Searches", "6")]
    [InlineData("Data:Folder", " ")]
    [InlineData("Data:Path", "data")]
    [InlineData("Articles:Paths:0", "")]
    [InlineData("Feeds:Minutes", "0")]
    [InlineData("Feeds:TimeoutSeconds", "301")]
    [InlineData("Feeds:DelaySeconds", "-1")]
    [InlineData("Feeds:AllowHosts:0", "http://feeds.example.org")]
    [InlineData("Feeds:AllowHosts:0", "")]
    [InlineData("Feeds:Proxy", "x")]
    [InlineData("Chat:Concurrency", "0")]
    [InlineData("Chat:ConcurrencyPerChannel", "65")]
    [InlineData("Chat:GiveUpHours", "200")]
    [InlineData("Chat:DefaultCollections:0", " ")]
    [InlineData("Chat:Zone", "Moon/Base")]
    [InlineData("Chat:Parallel", "4")]
    [InlineData("Corrections:Days", "-1")]
    [InlineData("Corrections:SettleMinutes", "1441")]
    [InlineData("Corrections:Hours", "1")]
    [InlineData("Gaps:Day", "Someday")]
    [InlineData("Gaps:Time", "noon")]
    [InlineData("Gaps:Zone", "Nowhere")]
    [InlineData("Gaps:Channel", "C1")]
    [InlineData("Alerts:PerChannel", "-1")]
    [InlineData("Alerts:MostPerDay", "0")]
    [InlineData("Alerts:MinimumHoursBetween", "169")]
    [InlineData("Alerts:PerDay", "3")]
    [InlineData("Uploads:MaxMegabytes", "33")]
    [InlineData("Uploads:MaxPerMessage", "0")]
    [InlineData("Web:Listen", "8080")]
    [InlineData("Web:Listen", "https://0.0.0.0:443")]
    [InlineData("Web:Listen", "http://0.0.0.0:8080/bot")]
    [InlineData("Discord:Token", "Bot abc def")]
    [InlineData("Discord:Shards", "-1")]
    [InlineData("Discord:BaseUrl", "ftp://discord.example")]
    [InlineData("Discord:FilesUrl", "files")]
    [InlineData("Discord:Bot", "x")]
    [InlineData("Slack:BotToken", "xapp-1")]
    [InlineData("Slack:AppToken", "xoxb-1")]
    [InlineData("Slack:Connections", "11")]
    [InlineData("Slack:FilesUrl", "files")]
    [InlineData("Slack:Token", "xoxb-1")]
    [InlineData("Llm:Provider", "gpt")]
    [InlineData("Llm:MaxRetries", "6")]
    [InlineData("Llm:TokensPerDay", "-1")]
    [InlineData("Llm:PricePerMillionInputTokens", "-0.5")]
    [InlineData("Llm:Temperature", "1")]
    public void A_wrong_setting_is_found_before_the_start_and_its_key_named(string key, string value)
    {
        using var services = Compose(With(key, value));

        var refusal = Assert.ThrowsAny<Exception>(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains(key, Settings.Explain(refusal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ollama", false)]
    [InlineData("", true)]
    public void A_model_may_not_take_all_the_time_that_an_answer_has(string provider, bool fits)
    {
        using var services = Compose(With("Llm:Provider", provider, "Llm:Model", "m", "Synthesis:AnswerSeconds", "55"));

        var refusal = Record.Exception(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(fits, refusal is null);
        if (refusal is not null) Assert.Contains("Chat:AnswerSeconds has to be more than Synthesis:AnswerSeconds", Settings.Explain(refusal), StringComparison.Ordinal);
    }

    [Fact]
    public void All_wrong_settings_are_named_at_once()
    {
        using var services = Compose(With("Answer:MaxSentences", "9", "Answer:Words", "80", "Data:Folder", ""));

        var refusal = Settings.Explain(Assert.ThrowsAny<Exception>(() => services.GetRequiredService<IStartupValidator>().Validate()));
        Assert.All(["Answer:MaxSentences", "Answer:Words", "Data:Folder"], key => Assert.Contains(key, refusal, StringComparison.Ordinal));
    }

    private static IConfigurationRoot Example([CallerFilePath] string here = "") =>
        new ConfigurationBuilder().AddSettings(Path.Combine(Path.GetDirectoryName(here)!, "../../appsettings.example.json"), []).Build();

    private static IConfigurationRoot With(params string[] keysAndValues) =>
        new ConfigurationBuilder().AddInMemoryCollection(keysAndValues.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build();

    private static ServiceProvider Compose(IConfiguration configuration) =>
        new ServiceCollection().AddSingleton(configuration).AddSettings().BuildServiceProvider();
}
