using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using BriefingBot.Chat.Connecting;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace BriefingBot.Discord.Rest;

/// <summary>Sends requests within Discord's limits and, where that is safe, again. The one place for both.</summary>
internal sealed partial class RestClient
{
    public const int MaxRetries = 4;

    /// <summary>For one try, from sending to the whole response.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    /// <summary>For a 429 that does not say how long.</summary>
    private static readonly TimeSpan UnknownLimit = TimeSpan.FromSeconds(5);

    private const string ProjectUrl = "https://github.com/BriefingBot/BriefingBot";

    private readonly HttpClient _http;
    private readonly string _baseUrl;
    private readonly AuthenticationHeaderValue _authorization;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly RateLimits _limits;
    private readonly InvalidRequests _invalid;
    private readonly ResiliencePipeline<Try> _retries;

    public RestClient(HttpClient http, DiscordOptions options, TimeProvider time, ILogger logger)
    {
        _http = http;
        _baseUrl = $"{options.BaseUrl.TrimEnd('/')}/v10";
        _authorization = new AuthenticationHeaderValue("Bot", options.Token);
        _time = time;
        _logger = logger;
        _limits = new RateLimits(time);
        _invalid = new InvalidRequests(time);
        _retries = Retries(time);
    }

    /// <summary>https://discord.com/developers/docs/reference#user-agent</summary>
    public static string UserAgent { get; } =
        $"DiscordBot ({ProjectUrl}, {typeof(RestClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0"})";

    /// <param name="route">Where to.</param>
    /// <param name="body">JSON; null for none.</param>
    /// <param name="cancellation">Stops waiting and sending.</param>
    /// <returns>The body of the response, empty when it has none.</returns>
    /// <exception cref="DiscordException">Discord refused, limits for longer than a request waits, or was not reached.</exception>
    public async Task<byte[]> SendAsync(Route route, byte[]? body, CancellationToken cancellation)
    {
        var tries = 0;
        var last = await _retries.ExecuteAsync(
            async token =>
            {
                tries++;
                return await TryAsync(route, body, token);
            },
            cancellation);

        if (last.Failure is null) return last.Body;
        if (tries > 1 && last.Failure.Code is { } code && code == route.DoneCode) return [];

        LogRefused(_logger, route.Name, tries, last.Failure.Message);
        throw last.Failure;
    }

    private async ValueTask<Try> TryAsync(Route route, byte[]? body, CancellationToken cancellation)
    {
        using var pass = await _limits.EnterAsync(route, cancellation);
        _invalid.Check(route);

        using var timeout = new CancellationTokenSource(Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            using var request = Request(route, body);
            using var response = await _http.SendAsync(request, either.Token);
            var limits = RateLimitHeaders.Of(response.Headers);
            if (!response.IsSuccessStatusCode) return await RefusedAsync(route, response, limits, either.Token);

            _limits.Note(route, limits, null);
            return new Try(await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            return new Try([], RestFailure.Of(route, e), route.IsRepeatable);
        }
        catch (HttpRequestException e)
        {
            return new Try([], RestFailure.Of(route, e), route.IsRepeatable || e.WasNotSent());
        }
    }

    private async Task<Try> RefusedAsync(Route route, HttpResponseMessage response, RateLimitHeaders limits, CancellationToken cancellation)
    {
        var error = await RestFailure.ReadAsync(response, cancellation);
        var retryAfter = RateLimitHeaders.Seconds(error.RetryAfter) ?? limits.RetryAfter;
        var limited = response.StatusCode == HttpStatusCode.TooManyRequests;
        if (limited) retryAfter ??= UnknownLimit;

        var scope = error.Global is true ? RateLimitHeaders.Global : limits.Scope;
        _limits.Note(route, limits with { Scope = scope }, limited ? retryAfter : null);

        var failure = RestFailure.Of(route, response.StatusCode, error, retryAfter);
        _invalid.Note(route, failure, scope);
        return limited
            // It was not carried out. The limit itself holds the next try back, and all others with it.
            ? new Try([], failure, retryAfter <= RateLimits.LongestWait, TimeSpan.Zero)
            : new Try([], failure, failure.IsTransient && route.IsRepeatable && !(retryAfter > RateLimits.LongestWait), retryAfter);
    }

    private HttpRequestMessage Request(Route route, byte[]? body)
    {
        var request = new HttpRequestMessage(route.Method, _baseUrl + route.Path);
        request.Headers.UserAgent.ParseAdd(UserAgent);
        if (!route.IsInteraction) request.Headers.Authorization = _authorization;
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return request;
    }

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

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Route} failed after {Tries} tries: {Reason}")]
    private static partial void LogRefused(ILogger logger, string route, int tries, string reason);

    /// <param name="Body">Of the response.</param>
    /// <param name="Failure">Null if it went well.</param>
    /// <param name="MayRepeat">Trying again does no harm and may help.</param>
    /// <param name="Delay">Before that; null for the usual backoff.</param>
    private sealed record Try(byte[] Body, DiscordException? Failure = null, bool MayRepeat = false, TimeSpan? Delay = null);
}
