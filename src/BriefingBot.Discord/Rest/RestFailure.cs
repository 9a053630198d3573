using System.Net;
using System.Text.Json;

namespace BriefingBot.Discord.Rest;

/// <summary>Says in words what went wrong with a request. Names the endpoint by its template, as paths can hold a token.</summary>
internal static class RestFailure
{
    private const string Portal = "https://discord.com/developers/applications";

    public static DiscordException RefusedToken() =>
        new($"Discord does not accept the bot's token; set {DiscordOptions.Section}:{nameof(DiscordOptions.Token)} to the one on the Bot page of the application at {Portal}.")
        {
            Status = HttpStatusCode.Unauthorized,
        };

    public static DiscordException Of(Route route, HttpStatusCode status, RestError error, TimeSpan? retryAfter) =>
        new(Text(route, status, error))
        {
            Status = status,
            Code = error.Code is 0 ? null : error.Code,
            RetryAfter = retryAfter,
            IsTransient = status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError,
        };

    /// <summary>No response came.</summary>
    public static DiscordException Of(Route route, Exception cause) =>
        new(cause is OperationCanceledException ? $"Discord did not respond to {route.Name} in time." : $"Discord cannot be reached for {route.Name}: {cause.Message}", cause) { IsTransient = true };

    public static async Task<RestError> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            return await JsonSerializer.DeserializeAsync(body, DiscordJson.Default.RestError, cancellation) ?? new RestError();
        }
        catch (JsonException)
        {
            // A page of a proxy in between.
            return new RestError();
        }
    }

    private static string Text(Route route, HttpStatusCode status, RestError error)
    {
        if (status == HttpStatusCode.Unauthorized && !route.IsInteraction) return RefusedToken().Message;

        var said = error.Message is { Length: > 0 } message ? $"{(int)status} {message}" : $"{(int)status}";
        var fields = string.Concat(error.Fields().Select(f => $"; {f}"));
        return $"Discord refused {route.Name}: {(said + fields).TrimEnd('.')}.{Advice(status, error.Code)}";
    }

    private static string Advice(HttpStatusCode status, int? code) => code switch
    {
        ErrorCode.MissingAccess => " Give the bot View Channel there, or invite it with the scopes bot and applications.commands.",
        ErrorCode.MissingPermissions => " Give the bot's role the permissions to view the channel, send messages, embed links, and create and write in threads.",
        ErrorCode.CannotMessageThisUser => " That person does not take direct messages from the bot.",
        ErrorCode.UnknownInteraction or ErrorCode.InvalidWebhookToken or ErrorCode.UnknownWebhook => " The interaction was answered too late.",
        _ when status == HttpStatusCode.NotFound && code is null => $" Check {DiscordOptions.Section}:{nameof(DiscordOptions.BaseUrl)}.",
        _ => "",
    };
}
