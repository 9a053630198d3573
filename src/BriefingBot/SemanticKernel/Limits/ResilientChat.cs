using System.Runtime.CompilerServices;
using BriefingBot.SemanticKernel.Providers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace BriefingBot.SemanticKernel.Limits;

/// <summary>
/// Requests to the model: so many at a time, again when they fail before anything was given out, and none for a while
/// after several failures. Exceptions come as they are; <see cref="ModelFailure"/> explains them.
/// </summary>
internal sealed partial class ResilientChat : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private readonly IChatClient _client;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _turns;
    private readonly CircuitBreakerStateProvider _circuit = new();
    private readonly ResiliencePipeline _breaker;
    private readonly ResiliencePipeline _opening;
    private long _restsUntil;

    public ResilientChat(IChatClient client, LlmOptions options, TimeProvider time, ILogger logger)
    {
        (_client, _time, _logger) = (client, time, logger);
        _patience = TimeSpan.FromSeconds(options.FirstTokenSeconds);
        _turns = new SemaphoreSlim(options.Concurrency);
        _breaker = Pipeline().AddCircuitBreaker(Breaker()).Build();
        var opening = Pipeline();
        if (options.MaxRetries > 0) opening.AddRetry(Retry(options.MaxRetries));
        _opening = opening.AddPipeline(_breaker).Build();
    }

    /// <summary>Until when the model is being left alone; null when it is not.</summary>
    public DateTimeOffset? RestsUntil => _circuit.CircuitState == CircuitState.Open && new DateTimeOffset(Volatile.Read(ref _restsUntil), TimeSpan.Zero) is var until && until > _time.GetUtcNow()
        ? until
        : null;

    /// <exception cref="TimeoutException">The first piece, or the next one, took too long.</exception>
    /// <exception cref="IOException">The reply broke off.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        try
        {
            await using var stream = await _opening.ExecuteAsync(
                // The token of the whole, since the stream outlives the opening.
                _ => PatientStream.OpenAsync(token => _client.GetStreamingResponseAsync(messages, request, token), _patience, _time, cancellation), cancellation);
            while (stream.Current is { } piece)
            {
                yield return piece;
                await NextAsync(stream);
            }
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose()
    {
        _turns.Dispose();
        _client.Dispose();
    }

    /// <summary>The breaker has counted the opening as a success; what breaks later counts as a failure of its own.</summary>
    private async ValueTask NextAsync(PatientStream stream)
    {
        try
        {
            await stream.NextAsync();
        }
        catch (Exception e) when (ModelFailure.IsTrouble(e))
        {
            var context = ResilienceContextPool.Shared.Get(CancellationToken.None);
            await _breaker.ExecuteOutcomeAsync((_, _) => ValueTask.FromResult(Outcome.FromException<bool>(e)), context, 0);
            ResilienceContextPool.Shared.Return(context);
            throw;
        }
    }

    private ResiliencePipelineBuilder Pipeline() => new() { TimeProvider = _time };

    /// <summary>A provider that asks for a longer pause than anyone would wait for the first word is not waited for.</summary>
    private RetryStrategyOptions Retry(int times) => new()
    {
        MaxRetryAttempts = times,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = FirstPause,
        MaxDelay = LongestPause,
        ShouldHandle = failed => ValueTask.FromResult(failed.Outcome.Exception is { } e && ModelFailure.IsTransient(e) && !(ModelFailure.RetryAfter(e) > _patience)),
        DelayGenerator = failed => ValueTask.FromResult(failed.Outcome.Exception is { } e ? ModelFailure.RetryAfter(e) : null),
        OnRetry = failed =>
        {
            LogRetry(ModelFailure.Of(failed.Outcome.Exception!).Message, failed.RetryDelay);
            return default;
        },
    };

    private CircuitBreakerStrategyOptions Breaker() => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = 4,
        SamplingDuration = TimeSpan.FromMinutes(1),
        BreakDuration = TimeSpan.FromSeconds(30),
        StateProvider = _circuit,
        ShouldHandle = failed => ValueTask.FromResult(failed.Outcome.Exception is { } e && ModelFailure.IsTrouble(e)),
        OnOpened = opened =>
        {
            Volatile.Write(ref _restsUntil, (_time.GetUtcNow() + opened.BreakDuration).UtcTicks);
            LogResting(opened.BreakDuration, ModelFailure.Of(opened.Outcome.Exception!).Message);
            return default;
        },
        OnClosed = _ =>
        {
            LogBack();
            return default;
        },
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Reason} Trying again in {Pause}.")]
    private partial void LogRetry(string reason, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The language model is left alone for {Pause}: {Reason}")]
    private partial void LogResting(TimeSpan pause, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The language model works again.")]
    private partial void LogBack();
}
