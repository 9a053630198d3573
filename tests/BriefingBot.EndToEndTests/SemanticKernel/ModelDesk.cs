using System.Text;
using BriefingBot.Answering;
using BriefingBot.Answering.Synthesis;
using BriefingBot.EndToEndTests.Simulators.Llm;
using BriefingBot.SemanticKernel;
using BriefingBot.SemanticKernel.Limits;
using BriefingBot.SqliteStore;
using BriefingBot.SqliteStore.Chat;
using BriefingBot.Tests;
using Microsoft.Extensions.Logging;

namespace BriefingBot.EndToEndTests.SemanticKernel;

/// <summary>A model against a simulated provider, with budget and clock of its own; all that it logs is kept.</summary>
internal sealed class ModelDesk : IDisposable
{
    public const string Question = "What did the repairs to the storm wall cost?";

    private readonly TempFolder _folder = new();
    private readonly ChatDatabase _database;

    public ModelDesk(LlmOptions options)
    {
        _database = ChatDatabase.Open(DataFolder.At(_folder.FullPath));
        Ledger = new SqliteTokenLedger(_database);
        Budget = new TokenBudget(options, Ledger, Time);
        Model = new SemanticKernelModel(options, Budget, Time, Log);
    }

    public ObservedTime Time { get; } = new();

    public SqliteTokenLedger Ledger { get; }

    public TokenBudget Budget { get; }

    public SemanticKernelModel Model { get; }

    public ListLog Log { get; } = new();

    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    public static WritingTask Task { get; } = new(
        Question, new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero), "discord:1",
        [
            new("k1", "Coast Courier", "Port Velmar reopens", new DateOnly(2021, 3, 1), "The repairs cost 14 million crowns. The wall will stand for fifty years."),
            new("k2", "Northern Ledger", "Ships return", new DateOnly(2021, 3, 2), "Ships have returned to Port Velmar. Crews are glad."),
        ],
        new AnswerOptions());

    /// <summary>For each kind of provider, how it is set up for the simulator.</summary>
    public static LlmOptions OptionsOf(string provider, LlmSimulator sim) => new()
    {
        Provider = provider,
        Model = LlmSimulator.Model,
        ApiKey = LlmSimulator.Key,
        Endpoint = provider is LlmOptions.OpenAI or LlmOptions.OpenAICompatible ? sim.Url + "/v1" : sim.Url,
        MaxRetries = 0,
    };

    public async Task<(string Text, ModelUsage? Usage)> WriteAsync(WritingTask? task = null)
    {
        var text = new StringBuilder();
        ModelUsage? usage = null;
        await foreach (var delta in Model.WriteAsync(task ?? Task, TestContext.Current.CancellationToken))
        {
            text.Append(delta.Text);
            usage = delta.Usage ?? usage;
        }

        return (text.ToString(), usage);
    }

    public void Dispose()
    {
        Model.Dispose();
        _database.Dispose();
        _folder.Dispose();
    }
}

/// <summary>Keeps every line, as at level Information.</summary>
internal sealed class ListLog : ILogger<SemanticKernelModel>
{
    private readonly List<string> _lines = [];

    public string All
    {
        get { lock (_lines) return string.Join('\n', _lines); }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines) _lines.Add($"{logLevel}: {formatter(state, exception)}{exception}");
    }
}
