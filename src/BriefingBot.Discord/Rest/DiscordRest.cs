using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Resources;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Rest;

/// <summary>
/// The REST endpoints that the bot uses, version 10. Every method waits for Discord's limits, tries again where that is
/// safe, and throws <see cref="DiscordException"/> when it does not work out. No message can mention anyone.
/// </summary>
/// <param name="http">
/// Not from a factory that logs: paths of interactions hold their token. One for the process, as the limits are its.
/// </param>
/// <param name="options">Token and address.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where refusals are noted.</param>
public sealed class DiscordRest(HttpClient http, DiscordOptions options, TimeProvider time, ILogger<DiscordRest> logger)
{
    private readonly RestClient _client = new(http, options, time, logger);

    public Task<GatewayBot> GetGatewayBotAsync(CancellationToken cancellation) =>
        GetAsync(Route.Of(HttpMethod.Get, "/gateway/bot"), DiscordJson.Default.GatewayBot, cancellation);

    public Task<Application> GetCurrentApplicationAsync(CancellationToken cancellation) =>
        GetAsync(Route.Of(HttpMethod.Get, "/applications/@me"), DiscordJson.Default.Application, cancellation);

    public Task<User> GetCurrentUserAsync(CancellationToken cancellation) =>
        GetAsync(Route.Of(HttpMethod.Get, "/users/@me"), DiscordJson.Default.User, cancellation);

    public Task<Channel> GetChannelAsync(Snowflake channel, CancellationToken cancellation) =>
        GetAsync(Route.OfChannel(HttpMethod.Get, channel), DiscordJson.Default.Channel, cancellation);

    /// <summary>With its roles and owner.</summary>
    public Task<Guild> GetGuildAsync(Snowflake guild, CancellationToken cancellation) =>
        GetAsync(Route.OfGuild(guild), DiscordJson.Default.Guild, cancellation);

    /// <summary>The conversation with a person, opened if there is none.</summary>
    public Task<Channel> CreateDirectMessageAsync(Snowflake recipient, CancellationToken cancellation) => SendAsync(
        Route.Of(HttpMethod.Post, "/users/@me/channels") with { IsRepeatable = true },
        new NewDirectMessage(recipient), DiscordJson.Default.NewDirectMessage, DiscordJson.Default.Channel, cancellation);

    /// <summary>Only with a <see cref="MessageBody.Nonce"/> is it sent again when the response got lost.</summary>
    public Task<Message> CreateMessageAsync(Snowflake channel, MessageBody message, CancellationToken cancellation) => SendAsync(
        Route.OfChannel(HttpMethod.Post, channel, "/messages") with { IsRepeatable = message.Nonce is not null },
        message, DiscordJson.Default.MessageBody, DiscordJson.Default.Message, cancellation);

    public Task<Message> EditMessageAsync(Snowflake channel, Snowflake message, MessageBody edit, CancellationToken cancellation) =>
        SendAsync(Route.OfChannel(HttpMethod.Patch, channel, "/messages/{message}", message), edit, DiscordJson.Default.MessageBody, DiscordJson.Default.Message, cancellation);

    public Task<Message> GetMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellation) =>
        GetAsync(Route.OfChannel(HttpMethod.Get, channel, "/messages/{message}", message), DiscordJson.Default.Message, cancellation);

    public Task DeleteMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellation) =>
        _client.SendAsync(Route.OfChannel(HttpMethod.Delete, channel, "/messages/{message}", message), null, cancellation);

    /// <summary>The thread of a message, begun if there is none; a message has one at most, and it has the message's id.</summary>
    /// <param name="channel">Where the message is.</param>
    /// <param name="message">Which message.</param>
    /// <param name="name">1 to 100 characters.</param>
    /// <param name="archiveAfterMinutes">60, 1440, 4320 or 10080 without a word; null for the channel's default.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Channel> StartThreadAsync(Snowflake channel, Snowflake message, string name, int? archiveAfterMinutes, CancellationToken cancellation)
    {
        var route = Route.OfChannel(HttpMethod.Post, channel, "/messages/{message}/threads", message) with { IsRepeatable = true };
        try
        {
            return await SendAsync(route, new NewThread(name, archiveAfterMinutes), DiscordJson.Default.NewThread, DiscordJson.Default.Channel, cancellation);
        }
        catch (DiscordException e) when (e.Code == ErrorCode.ThreadAlreadyCreated)
        {
            return await GetChannelAsync(message, cancellation);
        }
    }

    /// <summary>Shows for ten seconds, or until the next message, that the bot is writing.</summary>
    public Task TriggerTypingAsync(Snowflake channel, CancellationToken cancellation) =>
        _client.SendAsync(Route.OfChannel(HttpMethod.Post, channel, "/typing") with { IsRepeatable = true }, null, cancellation);

    /// <summary>The first response, due within <see cref="Interaction.FirstResponse"/>.</summary>
    public Task RespondAsync(Snowflake interaction, string token, InteractionResponse response, CancellationToken cancellation) =>
        _client.SendAsync(Route.OfCallback(interaction, token), response.ToJson(), cancellation);

    public Task<Message> EditOriginalResponseAsync(Snowflake application, string token, MessageBody edit, CancellationToken cancellation) => SendAsync(
        Route.OfWebhook(HttpMethod.Patch, application, token, "/messages/@original"), edit, DiscordJson.Default.MessageBody, DiscordJson.Default.Message, cancellation);

    public Task<Message> GetOriginalResponseAsync(Snowflake application, string token, CancellationToken cancellation) =>
        GetAsync(Route.OfWebhook(HttpMethod.Get, application, token, "/messages/@original"), DiscordJson.Default.Message, cancellation);

    public Task DeleteOriginalResponseAsync(Snowflake application, string token, CancellationToken cancellation) =>
        _client.SendAsync(Route.OfWebhook(HttpMethod.Delete, application, token, "/messages/@original"), null, cancellation);

    /// <summary>One more message. Not sent again when the response got lost, as it might then be there twice.</summary>
    public Task<Message> CreateFollowupAsync(Snowflake application, string token, MessageBody message, CancellationToken cancellation) => SendAsync(
        Route.OfWebhook(HttpMethod.Post, application, token), message with { Nonce = null }, DiscordJson.Default.MessageBody, DiscordJson.Default.Message, cancellation);

    public Task<Message> EditFollowupAsync(Snowflake application, string token, Snowflake message, MessageBody edit, CancellationToken cancellation) => SendAsync(
        Route.OfWebhook(HttpMethod.Patch, application, token, "/messages/{message}", message), edit, DiscordJson.Default.MessageBody, DiscordJson.Default.Message, cancellation);

    public Task DeleteFollowupAsync(Snowflake application, string token, Snowflake message, CancellationToken cancellation) =>
        _client.SendAsync(Route.OfWebhook(HttpMethod.Delete, application, token, "/messages/{message}", message), null, cancellation);

    /// <summary>Makes these the bot's commands, all of them; changes nothing where they are already.</summary>
    /// <param name="application">The bot's application.</param>
    /// <param name="guild">The one server to have them; null for everywhere.</param>
    /// <param name="commands">At most 100 slash commands and 15 context-menu commands.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<IReadOnlyList<ApplicationCommand>> OverwriteCommandsAsync(
        Snowflake application, Snowflake? guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellation) => SendAsync(
        Route.OfCommands(HttpMethod.Put, application, guild), commands, DiscordJson.Default.IReadOnlyListApplicationCommand, DiscordJson.Default.IReadOnlyListApplicationCommand, cancellation);

    /// <summary>The bot's commands as they are registered.</summary>
    public Task<IReadOnlyList<ApplicationCommand>> GetCommandsAsync(Snowflake application, Snowflake? guild, CancellationToken cancellation) =>
        GetAsync(Route.OfCommands(HttpMethod.Get, application, guild), DiscordJson.Default.IReadOnlyListApplicationCommand, cancellation);

    private async Task<T> GetAsync<T>(Route route, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        Read(route, await _client.SendAsync(route, null, cancellation), type);

    private async Task<TOut> SendAsync<TIn, TOut>(Route route, TIn body, JsonTypeInfo<TIn> bodyType, JsonTypeInfo<TOut> type, CancellationToken cancellation) =>
        Read(route, await _client.SendAsync(route, JsonSerializer.SerializeToUtf8Bytes(body, bodyType), cancellation), type);

    private static T Read<T>(Route route, byte[] json, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new DiscordException($"Discord's response to {route.Name} cannot be read.", e);
        }
    }
}
