using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Resources;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord.Delivery;

/// <summary>Brings replies to Discord.</summary>
internal sealed class DiscordPlatform(DiscordRest rest, Acknowledgements acknowledgements, TimeProvider time) : IChatPlatform
{
    public const string PlatformName = "discord";

    private readonly EditPace _pace = new(time);

    public string Name => PlatformName;

    /// <summary>Who may use the bot's commands is set in the server; whoever may write to it is answered.</summary>
    public ValueTask<string?> ObjectionAsync(IncomingMessage message, CancellationToken cancellation) => ValueTask.FromResult<string?>(null);

    public DeliveryRoute? LateRoute(IncomingMessage message) =>
        message.Request.IsPrivate || message.Place.Workspace.Length == 0 ? DeliveryRoute.DirectMessage : DeliveryRoute.PlaceMessage;

    public ValueTask<string?> ShowProgressAsync(IncomingMessage message, ProgressPart progress, CancellationToken cancellation) => ShowAsync(message, progress, cancellation);

    public ValueTask<string?> ShowTextAsync(IncomingMessage message, DraftText text, string? draft, CancellationToken cancellation) =>
        ShowAsync(message, new ProgressPart($"{text.Whole} …"), cancellation);

    /// <returns>Always null: the deferred response is there already, and typing ends by itself.</returns>
    private async ValueTask<string?> ShowAsync(IncomingMessage message, ProgressPart part, CancellationToken cancellation)
    {
        var ticket = ReplyTicket.Of(message);
        if (ticket.Interaction is not { } interaction)
        {
            await rest.TriggerTypingAsync(ticket.Channel, cancellation);
            return null;
        }

        await acknowledgements.WaitAsync(interaction, cancellation);
        await rest.EditOriginalResponseAsync(ticket.Application, ticket.Token, ReplyRenderer.Render(part), cancellation);
        _pace.Note(interaction);
        return null;
    }

    public async ValueTask<DeliveryResult> DeliverAsync(ReplyDelivery delivery, CancellationToken cancellation)
    {
        var ticket = ReplyTicket.Of(delivery.Message);
        var bodies = ReplyRenderer.Render(delivery.Reply);
        try
        {
            if (await DestinationAsync(delivery, ticket, cancellation) is not { } destination) return DeliveryResult.Impossible("the reply is private and the way to it is not");
            for (var i = 0; i < bodies.Count; i++)
            {
                if (delivery.IsSent(i)) continue;
                var sent = await destination(i, bodies[i]);
                await delivery.RecordAsync(new DeliveryReceipt(i, sent.Id.ToString()), cancellation);
            }

            return DeliveryResult.Delivered;
        }
        catch (DiscordException e)
        {
            return Refusal.Of(e);
        }
    }

    /// <summary>How the messages of the reply are sent; null when that would show others what is private.</summary>
    private async ValueTask<Func<int, MessageBody, Task<Message>>?> DestinationAsync(ReplyDelivery delivery, ReplyTicket ticket, CancellationToken cancellation)
    {
        if (delivery.Route == DeliveryRoute.Reply && ticket.Interaction is { } interaction)
        {
            await acknowledgements.WaitAsync(interaction, cancellation);
            await _pace.WaitAsync(interaction, cancellation);
            return (i, body) => RespondAsync(delivery, ticket, i, body, cancellation);
        }

        var inServer = delivery.Message.Place.Workspace.Length > 0;
        if (delivery.Route == DeliveryRoute.DirectMessage || (delivery.Route == DeliveryRoute.Reply && delivery.Reply.Private && inServer))
        {
            var direct = await rest.CreateDirectMessageAsync(Snowflake.Parse(delivery.Message.User), cancellation);
            return (i, body) => CreateAsync(delivery, direct.Id, null, i, body, cancellation);
        }

        if (delivery.Reply.Private && inServer) return null;
        return (i, body) => CreateAsync(delivery, ticket.Channel, i == 0 ? ticket.Message : null, i, body, cancellation);
    }

    private Task<Message> CreateAsync(ReplyDelivery delivery, Snowflake channel, Snowflake? repliesTo, int ordinal, MessageBody body, CancellationToken cancellation) =>
        rest.CreateMessageAsync(channel, body with
        {
            Nonce = delivery.KeyOf(ordinal),
            MessageReference = repliesTo is null ? null : new MessageReference { MessageId = repliesTo, FailIfNotExists = false },
        }, cancellation);

    private async Task<Message> RespondAsync(ReplyDelivery delivery, ReplyTicket ticket, int ordinal, MessageBody body, CancellationToken cancellation)
    {
        var hidden = delivery.Reply.Private || ticket.Ephemeral;
        if (hidden && !ticket.Ephemeral) return await HiddenAsync(ticket, ordinal, body, cancellation);
        if (ordinal == 0) return await rest.EditOriginalResponseAsync(ticket.Application, ticket.Token, body, cancellation);
        if (hidden) return await FollowUpAsync(ticket, body, cancellation);
        try
        {
            // As a message of its own, since Discord drops repetitions of these only.
            return await CreateAsync(delivery, ticket.Channel, null, ordinal, body, cancellation);
        }
        catch (DiscordException e) when (e.Code is ErrorCode.MissingAccess or ErrorCode.MissingPermissions)
        {
            return await rest.CreateFollowupAsync(ticket.Application, ticket.Token, body, cancellation);
        }
    }

    /// <summary>The response was deferred for all to see, and what there is to say is for one person: it says so elsewhere.</summary>
    private async Task<Message> HiddenAsync(ReplyTicket ticket, int ordinal, MessageBody body, CancellationToken cancellation)
    {
        // The first follow-up to a deferred response would take its place, and its visibility.
        if (ordinal == 0)
        {
            try
            {
                await rest.DeleteOriginalResponseAsync(ticket.Application, ticket.Token, cancellation);
            }
            catch (DiscordException e) when (e.Code == ErrorCode.UnknownMessage)
            {
                // An earlier attempt came so far.
            }
        }

        return await FollowUpAsync(ticket, body, cancellation);
    }

    private Task<Message> FollowUpAsync(ReplyTicket ticket, MessageBody body, CancellationToken cancellation) =>
        rest.CreateFollowupAsync(ticket.Application, ticket.Token, body with { Flags = MessageFlags.Ephemeral }, cancellation);
}
