using System.Runtime.CompilerServices;
using System.Text;
using BriefingBot.Answering;
using BriefingBot.Answering.Synthesis;
using BriefingBot.SemanticKernel.Limits;
using BriefingBot.SemanticKernel.Prompts;
using BriefingBot.SemanticKernel.Providers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace BriefingBot.SemanticKernel;

/// <summary>
/// The configured language model through Semantic Kernel. The story of an answer: prompt, reply, and as long as the model
/// asks for another search, its result and another reply; all of it within time, length and budget.
/// </summary>
public sealed partial class SemanticKernelModel : ILanguageModel, IDisposable
{
    private const int LongestQuestion = 300;

    private readonly LlmOptions _options;
    private readonly TokenBudget _budget;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Kernel _kernel;
    private readonly ResilientChat _chat;

    public SemanticKernelModel(LlmOptions options, TokenBudget budget, TimeProvider time, ILogger<SemanticKernelModel> logger)
    {
        (_options, _budget, _time, _logger) = (options, budget, time, logger);
        _kernel = ModelKernel.Build(options);
        _chat = new ResilientChat(_kernel.GetRequiredService<IChatClient>(), options, time, logger);
    }

    public string Name => _options.Model;

    /// <summary>Until when the model is being left alone after several failures; null when it is not.</summary>
    public DateTimeOffset? RestsUntil => _chat.RestsUntil;

    public IAsyncEnumerable<ModelDelta> WriteAsync(WritingTask task, CancellationToken cancellation) =>
        Deadline.HoldAsync(token => RepliesAsync(task, token), TimeSpan.FromSeconds(_options.TimeoutSeconds), _time, cancellation);

    public async ValueTask<string> RewriteAsync(IReadOnlyList<string> earlier, string text, string user, CancellationToken cancellation)
    {
        var reply = new StringBuilder();
        await foreach (var piece in Deadline.HoldAsync(
            token => QuestionAsync(earlier, text, user, token), TimeSpan.FromSeconds(_options.TimeoutSeconds), _time, cancellation))
        {
            reply.Append(piece);
        }

        var question = reply.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return question.Length is > 0 and <= LongestQuestion ? question : throw new ModelException("The language model did not rewrite the question.");
    }

    public void Dispose() => _chat.Dispose();

    private async IAsyncEnumerable<ModelDelta> RepliesAsync(WritingTask task, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var data = new UntrustedText();
        var tool = task.Search is { } search && _options.MaxSearches > 0 ? new SearchTool(search, data) : null;
        var messages = await WritingPrompt.OfAsync(task, data, tool is not null, _kernel, cancellation);
        var length = new OutputLength(task.Length);
        var spent = ModelUsage.None;
        for (var searches = 0; ; searches++)
        {
            var maySearch = searches < _options.MaxSearches;
            var turn = new ModelTurn(messages, RequestOf(length.MaxTokens, tool, maySearch));
            await foreach (var text in ReplyAsync(turn, task.User, length, cancellation)) yield return new ModelDelta(text, spent.Plus(turn.UsageSoFar));

            spent = spent.Plus(turn.UsageSoFar);
            if (tool is null || turn.Calls.Count == 0 || !maySearch || length.IsReached) break;
            LogSearch(turn.Calls.Count);
            messages.AddMessages(turn.Updates);
            messages.AddRange(await tool.AnswerAsync(turn.Calls, cancellation));
            // What the next reply begins with is a line of its own.
            if (turn.HasText) yield return new ModelDelta("\n");
        }

        yield return new ModelDelta("", spent);
    }

    private async IAsyncEnumerable<string> QuestionAsync(IReadOnlyList<string> earlier, string text, string user, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var length = new OutputLength(new AnswerOptions { MaxWords = AnswerOptions.FewestWords });
        var messages = await RewritingPrompt.OfAsync(earlier, text, _kernel, cancellation);
        await foreach (var piece in ReplyAsync(new ModelTurn(messages, RequestOf(length.MaxTokens, null, false)), user, length, cancellation)) yield return piece;
    }

    /// <summary>One request with its reply, paid for.</summary>
    private async IAsyncEnumerable<string> ReplyAsync(ModelTurn turn, string user, OutputLength length, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reserved = await _budget.ReserveAsync(user, turn.EstimatedInput, length.MaxTokens, cancellation);
        var started = _time.GetTimestamp();
        try
        {
            await foreach (var update in _chat.StreamAsync(turn.Messages, turn.Request, cancellation))
            {
                if (length.Cut(turn.Take(update)) is { Length: > 0 } text) yield return text;
                if (!length.IsReached && turn.EstimatedOutput <= length.MostTokens) continue;
                LogCut(length.MaxCharacters);
                yield break;
            }

            if (length.Cut(turn.Rest()) is { Length: > 0 } rest) yield return rest;
        }
        finally
        {
            var usage = turn.UsageSoFar;
            await _budget.SettleAsync(reserved, usage);
            var (cost, took) = (_budget.CostOf(usage), _time.GetElapsedTime(started).TotalMilliseconds);
            LogUsage(Name, usage.InputTokens, usage.OutputTokens, turn.Usage is null ? "estimated" : "counted", cost, took);
        }
    }

    private static ChatOptions RequestOf(int maxTokens, SearchTool? tool, bool maySearch) => new()
    {
        MaxOutputTokens = maxTokens,
        // Declared to the end, as some providers refuse a conversation with calls of a function that they do not know.
        Tools = tool is null ? null : [SearchTool.Declaration],
        ToolMode = tool is null ? null : maySearch ? ChatToolMode.Auto : ChatToolMode.None,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "{Model}: {Input} tokens in, {Output} out ({How}), cost {Cost}, {Milliseconds:F0} ms.")]
    private partial void LogUsage(string model, long input, long output, string how, decimal cost, double milliseconds);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The language model searches again ({Calls} calls).")]
    private partial void LogSearch(int calls);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The language model's reply was cut off; it may have {Characters} characters beside its reasoning.")]
    private partial void LogCut(int characters);
}
