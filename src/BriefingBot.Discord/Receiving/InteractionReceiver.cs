using BriefingBot.Chat;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Discord.Commands;
using BriefingBot.Discord.Delivery;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Resources;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Receiving;

/// <summary>Takes commands and presses: stored first, then acknowledged, within the three seconds that Discord gives.</summary>
internal sealed partial class InteractionReceiver(
    DiscordRest rest, ChatInbox inbox, IAnswerStore answers, Places places, Acknowledgements acknowledgements, TimeProvider time, ILogger logger)
{
    private static readonly ErrorPart NotUnderstood = new("There is nothing here that I can answer: a message without text, or a command or button that is no longer mine.");

    /// <summary>Once it returns, the interaction is stored; once what it gives is done, Discord was told, or could not be.</summary>
    public async ValueTask<Task> ReceiveAsync(Interaction interaction, CancellationToken cancellation)
    {
        if (interaction is { Type: InteractionType.Autocomplete, Data: { } typed }) return AcknowledgeAsync(interaction, InteractionResponse.Suggest(Suggestions.For(typed)), acknowledgements.Begin(interaction.Id), cancellation);
        if (interaction.Type is not (InteractionType.ApplicationCommand or InteractionType.MessageComponent)) return Task.CompletedTask;
        var pending = acknowledgements.Begin(interaction.Id);
        try
        {
            return AcknowledgeAsync(interaction, await TakeAsync(interaction, cancellation), pending, cancellation);
        }
        catch
        {
            pending.Dispose();
            throw;
        }
    }

    /// <summary>Stores what is asked and gives the first response to it.</summary>
    private async ValueTask<InteractionResponse> TakeAsync(Interaction interaction, CancellationToken cancellation)
    {
        if (interaction is not { Invoker: { } person, ChannelId: { } channel, Data: { } data } || Request(interaction, data) is not { } request) return Tell(NotUnderstood);

        var ephemeral = await IsEphemeralAsync(request, cancellation);
        var received = time.GetUtcNow();
        var acceptance = await inbox.AcceptAsync(new IncomingMessage
        {
            EventKey = $"{DiscordPlatform.PlatformName}:interaction:{interaction.Id}",
            Place = await PlaceAsync(interaction, channel, cancellation),
            User = person.Id.ToString(),
            Request = request,
            ReceivedAt = received,
            IsAdministrator = Permissions.MayManage(interaction.Member?.Permissions),
            AdministersWorkspace = Permissions.MayManageServer(interaction.Member?.Permissions),
            Payload = Ticket(interaction, channel, ephemeral).Write(),
            PayloadExpires = received + ReplyTicket.Life,
        }, cancellation);

        // One that was delivered again may not have been acknowledged before; if it was, Discord says so.
        return AcceptanceText.Of(acceptance) is { } refusal ? Tell(new ErrorPart(refusal)) : InteractionResponse.Defer(ephemeral);
    }

    private static ChatRequest? Request(Interaction interaction, InteractionData data) => interaction.Type == InteractionType.ApplicationCommand
        ? CommandReader.Read(data)
        : ButtonId.Read(data.CustomId) is { } button ? new ButtonPress(button, IsEphemeral(interaction.Message)) : null;

    private static bool IsEphemeral(Message? message) => message?.Flags is { } flags && flags.HasFlag(MessageFlags.Ephemeral);

    private static ReplyTicket Ticket(Interaction interaction, Snowflake channel, bool ephemeral) =>
        new() { Channel = channel, Interaction = interaction.Id, Application = interaction.ApplicationId, Token = interaction.Token, Ephemeral = ephemeral };

    private static InteractionResponse Tell(ErrorPart error) => InteractionResponse.Reply(ReplyRenderer.Render(error) with { Flags = MessageFlags.Ephemeral });

    /// <summary>
    /// Who will see the response is settled here. Every button brings a message of its own and edits none: the answer that
    /// others have read, and may have replied to, stays what it was.
    /// </summary>
    private async ValueTask<bool> IsEphemeralAsync(ChatRequest request, CancellationToken cancellation)
    {
        if (request is not ButtonPress press) return request.IsPrivate;
        return await answers.FindButtonAsync(press.Button, cancellation) is not { } button || button.Action switch
        {
            ButtonAction.Share => button.Shared,
            ButtonAction.ShowQuotes or ButtonAction.Widen or ButtonAction.Narrow or ButtonAction.AskStory or ButtonAction.AskAgain => button.Answer.Private,
            _ => true,
        };
    }

    private async ValueTask<ChatPlace> PlaceAsync(Interaction interaction, Snowflake channel, CancellationToken cancellation) =>
        interaction.GuildId is { } guild ? await places.InServerAsync(guild, channel, interaction.Channel, cancellation) : Places.Direct(channel);

    /// <summary>A failure costs nothing but time: the reply then goes another way.</summary>
    private async Task AcknowledgeAsync(Interaction interaction, InteractionResponse response, IDisposable pending, CancellationToken cancellation)
    {
        using var _ = pending;
        try
        {
            await rest.RespondAsync(interaction.Id, interaction.Token, response, cancellation);
        }
        catch (DiscordException e) when (e.Code == ErrorCode.AlreadyAcknowledged)
        {
            // At an earlier delivery.
        }
        catch (DiscordException e)
        {
            LogNotAcknowledged(logger, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: an interaction could not be acknowledged. {Reason}")]
    private static partial void LogNotAcknowledged(ILogger logger, string reason);
}
