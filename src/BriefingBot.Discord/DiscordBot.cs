using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Connecting;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Uploads;
using BriefingBot.Discord.Commands;
using BriefingBot.Discord.Delivery;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Receiving;
using BriefingBot.Discord.Resources;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord;

/// <summary>The bot on Discord: commands registered, events handed to the inbox, replies delivered.</summary>
public sealed partial class DiscordBot
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    private readonly DiscordRest _rest;
    private readonly DiscordOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Places _places;
    private readonly InteractionReceiver _interactions;
    private readonly Func<Snowflake, MessageReceiver> _messages;

    public DiscordBot(
        DiscordRest rest, DiscordOptions options, ChatInbox inbox, IAnswerStore answers, IChannelSettingsStore settings, FileDownload files, TimeProvider time,
        ILogger<DiscordBot> logger)
    {
        (_rest, _options, _time, _logger, _places) = (rest, options, time, logger, new Places(rest));
        var acknowledgements = new Acknowledgements();
        Platform = new DiscordPlatform(rest, acknowledgements, time);
        Ingest = new IngestPlatform(new Administrators(rest, time), files, options);
        _interactions = new InteractionReceiver(rest, inbox, answers, _places, acknowledgements, time, logger);
        _messages = self => new MessageReceiver(rest, inbox, answers, settings, _places, self, time, logger);
    }

    /// <summary>Where the chat worker delivers; it works without <see cref="RunAsync"/>, too.</summary>
    public IChatPlatform Platform { get; }

    /// <summary>What the core asks about channels that take articles.</summary>
    public IIngestPlatform Ingest { get; }

    /// <summary>Registers the commands and stays connected until cancelled.</summary>
    /// <exception cref="DiscordException">It cannot go on before someone changes something, which the message says.</exception>
    public async Task RunAsync(IDiscordConnection connection, CancellationToken cancellation)
    {
        await RegisterCommandsAsync(cancellation);
        var messages = _messages((await WhenThereAsync(_rest.GetCurrentUserAsync, cancellation)).Id);
        var responses = new Responses(_logger);
        try
        {
            await connection.RunAsync((dispatch, stop) => HandleAsync(dispatch, messages, responses, stop), cancellation);
        }
        finally
        {
            await responses.FinishAsync();
        }
    }

    private async ValueTask HandleAsync(Dispatch dispatch, MessageReceiver messages, Responses responses, CancellationToken cancellation)
    {
        switch (dispatch)
        {
            case InteractionCreated { Interaction: var interaction }:
                responses.Add(await _interactions.ReceiveAsync(interaction, cancellation));
                break;
            case MessageCreated { Message: var message }:
                responses.Add(await messages.ReceiveAsync(message, cancellation));
                break;
            case GuildCreated { Guild: var guild }:
                _places.Note([.. guild.Channels, .. guild.Threads]);
                break;
            case ChannelChanged { Change: Change.Deleted, Channel: var channel }:
                _places.Forget(channel);
                break;
            case ChannelChanged { Channel: var channel }:
                _places.Note([channel]);
                break;
        }
    }

    /// <summary>Registers the commands where they are not yet; for running over HTTP only, where there is no connection.</summary>
    /// <exception cref="DiscordException">The token is refused.</exception>
    public async Task RegisterCommandsAsync(CancellationToken cancellation)
    {
        var application = Snowflake.TryParse(_options.ApplicationId, out var configured) ? configured
            : (await WhenThereAsync(_rest.GetCurrentApplicationAsync, cancellation)).Id;
        try
        {
            var written = await WhenThereAsync(
                stop => CommandRegistration.RegisterAsync(_rest, application, [.. _options.Guilds.Select(Snowflake.Parse)], stop), cancellation);
            LogRegistered(_logger, BriefingCommands.List.Count, written);
        }
        catch (DiscordException e) when (e.Status != System.Net.HttpStatusCode.Unauthorized)
        {
            // Mentions and direct messages work without commands.
            LogNotRegistered(_logger, e.Message);
        }
    }

    /// <summary>Takes an interaction that came over HTTP. Once this returns it is stored and acknowledged through the callback: respond with 202.</summary>
    public async ValueTask ReceiveAsync(Interaction interaction, CancellationToken cancellation) => await await _interactions.ReceiveAsync(interaction, cancellation);

    /// <summary>Discord may be away when the bot starts; that is no reason to give up.</summary>
    private async Task<T> WhenThereAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await ask(cancellation);
            }
            catch (DiscordException e) when (e.IsTransient)
            {
                var wait = e.RetryAfter > Again ? e.RetryAfter.Value : Again;
                LogUnavailable(_logger, e.Message, wait);
                await Task.Delay(wait, _time, cancellation);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord: {Count} commands, {Written} list(s) of them written")]
    private static partial void LogRegistered(ILogger logger, int count, int written);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord: the commands are not registered. {Reason}")]
    private static partial void LogNotRegistered(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: {Reason} Asking again in {Wait}.")]
    private static partial void LogUnavailable(ILogger logger, string reason, TimeSpan wait);
}
