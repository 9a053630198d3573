using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using BriefingBot.Chat.Connecting;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace BriefingBot.Slack.WebApi;

/// <summary>Makes calls within Slack's limits and, where that is safe, again. The one place for both.</summary>
internal sealed partial class ApiClient(HttpClient http, SlackOptions options, TimeProvider time, ILogger logger)
{
    public const int MaxRetries = 4;

    /// <summary>For one try, from sending to the whole response.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    /// <summary>For a limit that does not say how long.</summary>
    private static readonly TimeSpan UnknownLimit = TimeSpan.FromSeconds(5);

    /// <summary>Waits longer than any limit's are not to be believed, and would overflow timers.</summary>
    private static readonly TimeSpan MostBelieved = TimeSpan.FromDays(1);

    private readonly TaskCompletionSource<SlackException> _tokenRefused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RateLimits _limits = new(time);
    private readonly ResiliencePipeline<Try> _retries = Retries(time);

    /// <summary>As in <see cref="SlackWebApi.TokenRefused"/>.</summary>
    public Task<SlackException> TokenRefused => _tokenRefused.Task;

    private static string UserAgent { get; } =
        $"{nameof(BriefingBot)}/{typeof(ApiClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0"}";

    /// <exception cref="SlackException">Slack refused, limits for longer than a call waits, or was not reached.</exception>
    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellation)
    {
        var tries = 0;
        var last = await _retries.ExecuteAsync(
            async token =>
            {
                tries++;
                return await TryAsync(request, token);
            },
            cancellation);

        if (last.Response is not null) return last.Response;
        if (tries > 1 && last.Failure!.Code is { } code && code == request.Method.DoneCode) return new ApiResponse([]);

        if (!request.Method.UsesAppToken && ErrorCode.IsTokenRefused(last.Failure!.Code)) _tokenRefused.TrySetResult(last.Failure);
        LogRefused(logger, request.Method.Name, tries, last.Failure!.Message);
        throw last.Failure;
    }

    private async ValueTask<Try> TryAsync(ApiRequest request, CancellationToken cancellation)
    {
        var method = request.Method;
        await _limits.EnterAsync(method, request.PostsTo, cancellation);

        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            using var message = Message(request);
            using var response = await http.SendAsync(message, either.Token);
            return Judge(request, response, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            return new Try(null, ApiFailure.Of(method, e, wasNotSent: false), method.IsRepeatable);
        }
        catch (HttpRequestException e)
        {
            var wasNotSent = e.WasNotSent();
            return new Try(null, ApiFailure.Of(method, e, wasNotSent), method.IsRepeatable || wasNotSent);
        }
    }

    /// <summary>Most errors come with status 200.</summary>
    private Try Judge(ApiRequest request, HttpResponseMessage response, byte[] body)
    {
        var method = request.Method;
        var said = Status(body);
        if (response.IsSuccessStatusCode && (said?.Ok is true || (request.ResponseUrl is not null && said?.Ok is null)))
        {
            return new Try(new ApiResponse(body, response.Headers.TryGetValues("X-OAuth-Scopes", out var scopes) ? string.Join(',', scopes) : null));
        }

        var retryAfter = RetryAfter(response.Headers.RetryAfter);
        if (response.StatusCode == HttpStatusCode.TooManyRequests || said?.Error is ErrorCode.RateLimited or ErrorCode.RateLimitedPosts)
        {
            // It was not carried out. The limit itself holds the next try back, and all others with it.
            var wait = retryAfter ?? UnknownLimit;
            _limits.Block(method, wait);
            return new Try(null, ApiFailure.Of(method, response.StatusCode, new ApiStatus { Error = ErrorCode.RateLimited }, wait), wait <= RateLimits.LongestWait, TimeSpan.Zero);
        }

        // A page of a proxy in between; only response URLs answer in plain text.
        var isForeign = said?.Error is null && response.StatusCode < HttpStatusCode.InternalServerError && request.ResponseUrl is null;
        var failure = isForeign ? ApiFailure.Unreadable(method, response.StatusCode) : ApiFailure.Of(method, response.StatusCode, said ?? new ApiStatus(), retryAfter);
        return new Try(null, failure, failure.IsTransient && (method.IsRepeatable || !failure.OutcomeIsUnknown) && !(retryAfter > RateLimits.LongestWait), retryAfter);
    }

    private HttpRequestMessage Message(ApiRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, request.ResponseUrl ?? new Uri($"{options.BaseUrl.TrimEnd('/')}/{request.Method.Name}")) { Content = request.Content() };
        message.Headers.UserAgent.ParseAdd(UserAgent);
        if (request.ResponseUrl is null) message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", request.Method.UsesAppToken ? options.AppToken : options.BotToken);
        return message;
    }

    private static ApiStatus? Status(byte[] body)
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, SlackJson.Default.ApiStatus);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header) => header?.Delta is { } wait ? (wait < MostBelieved ? wait : MostBelieved) : null;

    private static ResiliencePipeline<Try> Retries(TimeProvider time) => new ResiliencePipelineBuilder<Try> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<Try>
        {
            MaxRetryAttempts = MaxRetries,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromSeconds(10),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { MayRepeat: true }),
            DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.Delay),
        })
        .Build();

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} failed after {Tries} tries: {Reason}")]
    private static partial void LogRefused(ILogger logger, string method, int tries, string reason);

    /// <param name="Response">Null if it failed.</param>
    /// <param name="Failure">Null if it went well.</param>
    /// <param name="MayRepeat">Trying again does no harm and may help.</param>
    /// <param name="Delay">Before that; null for the usual backoff.</param>
    private sealed record Try(ApiResponse? Response, SlackException? Failure = null, bool MayRepeat = false, TimeSpan? Delay = null);
}
