using System.Net;
using System.Text.Json;
using BriefingBot.Answering.Synthesis;
using BriefingBot.SqliteStore;
using Polly.CircuitBreaker;

namespace BriefingBot.SemanticKernel.Providers;

/// <summary>What a failure of a provider means. Each client wraps exceptions in its own; what counts is the one inside.</summary>
internal static class ModelFailure
{
    /// <summary>The account is empty, which waiting does not mend.</summary>
    private const string NoMoney = "insufficient_quota";

    public static ModelException Of(Exception failure) => failure as ModelException ?? new ModelException(Reason(failure), failure);

    /// <summary>Whether the same request may well succeed a little later.</summary>
    public static bool IsTransient(Exception failure) => Find<ProviderRefusal>(failure) is { } refusal
        ? refusal.Code != NoMoney && refusal.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
        : Find<HttpRequestException>(failure) is not null || Find<IOException>(failure) is not null;

    /// <summary>Whether it speaks against the provider and not against the request.</summary>
    public static bool IsTrouble(Exception failure) => IsTransient(failure) || Find<TimeoutException>(failure) is not null || Find<JsonException>(failure) is not null;

    public static TimeSpan? RetryAfter(Exception failure) => Find<ProviderRefusal>(failure)?.RetryAfter;

    private static string Reason(Exception failure) =>
        Find<BrokenCircuitException>(failure) is not null ? "The language model is left alone for a while after several failures."
        : Find<ProviderRefusal>(failure) is { } refusal ? Reason(refusal)
        : Find<HttpRequestException>(failure) is { HttpRequestError: not (HttpRequestError.ResponseEnded or HttpRequestError.Unknown) } unreachable ?
            $"The language model's provider cannot be reached ({unreachable.HttpRequestError}); check {LlmOptions.Section}:{nameof(LlmOptions.Endpoint)} and the network."
        : Find<IOException>(failure) is not null || Find<HttpRequestException>(failure) is not null ? "The language model's reply broke off."
        : Find<DataFolderException>(failure) is { } folder ? $"The language model's tokens cannot be counted. {folder.Message}"
        : Find<TimeoutException>(failure) is { } late ? late.Message
        : $"The language model's reply cannot be read ({failure.GetBaseException().GetType().Name}).";

    private static string Reason(ProviderRefusal refusal) => refusal.StatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => $"The language model's provider does not accept {LlmOptions.Section}:{nameof(LlmOptions.ApiKey)} ({refusal.Message}).",
        HttpStatusCode.NotFound => $"The language model's provider has no such model or address ({refusal.Message}); check {LlmOptions.Section}:{nameof(LlmOptions.Model)} and {LlmOptions.Section}:{nameof(LlmOptions.Endpoint)}.",
        HttpStatusCode.TooManyRequests or HttpStatusCode.PaymentRequired => $"The language model's provider refuses for now; its limits or the account are used up ({refusal.Message}).",
        >= HttpStatusCode.InternalServerError => $"The language model's provider is in trouble ({refusal.Message}).",
        _ => $"The language model's provider refuses the request ({refusal.Message}).",
    };

    private static T? Find<T>(Exception? failure)
        where T : Exception
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is T found) return found;
            if (failure is AggregateException { InnerExceptions: var several } && several.Select(Find<T>).FirstOrDefault(f => f is not null) is { } inner) return inner;
        }

        return null;
    }
}
