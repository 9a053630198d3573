using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Slack.Installation;
using BriefingBot.Slack.Rendering;
using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack.Delivery;

/// <summary>
/// What is shown while a reply is composed: a status below the thread, or a stream of text
/// (https://docs.slack.dev/reference/methods/chat.startStream); where Slack has neither, a message that is edited.
/// </summary>
internal sealed class Drafts(SlackWebApi api, Myself myself)
{
    /// <summary>Slack shows it behind the bot's name.</summary>
    private const string Status = "is searching the briefings…";

    public async ValueTask<string?> ShowProgressAsync(IncomingMessage message, ProgressPart progress, CancellationToken cancellation)
    {
        var ticket = ReplyTicket.Of(message);
        if (ticket.Thread.Length == 0) return await PostAsync(message, ticket, progress, cancellation);
        try
        {
            await api.SetStatusAsync(ticket.Channel, ticket.Thread, Status, cancellation);
            return null;
        }
        catch (SlackException e) when (!e.IsTransient)
        {
            return await PostAsync(message, ticket, progress, cancellation);
        }
    }

    public async ValueTask<string?> ShowTextAsync(IncomingMessage message, DraftText text, string? draft, CancellationToken cancellation)
    {
        var ticket = ReplyTicket.Of(message);
        var unfinished = new ProgressPart($"{text.Whole} …");
        switch (DraftId.Read(draft))
        {
            case null:
                return await StartAsync(message, ticket, text.Whole, cancellation) ?? await PostAsync(message, ticket, unfinished, cancellation);
            case { IsStream: true } stream when await AppendAsync(ticket, stream, text.Added, cancellation):
                return draft;
            case { } shown:
                var rendered = ReplyRenderer.Render(unfinished);
                await api.UpdateMessageAsync(
                    new MessageEdit(ticket.Channel, shown.Ts, rendered.Text) { Blocks = rendered.Blocks, Metadata = DeliveryMark.Of(ReplyDelivery.KeyOf(message, 0), isDraft: true) }, cancellation);
                return new DraftId(shown.Ts).ToString();
        }
    }

    /// <summary>Makes of the draft what it stood for; false when it is gone.</summary>
    public async Task<bool> ReplaceAsync(DraftId draft, MessageEdit edit, CancellationToken cancellation)
    {
        if (draft.IsStream) await StopAsync(edit.Channel, draft.Ts, cancellation);
        try
        {
            await api.UpdateMessageAsync(edit, cancellation);
            return true;
        }
        catch (SlackException e) when (ErrorCodes.IsGone(e.Code))
        {
            return false;
        }
    }

    private async Task<string> PostAsync(IncomingMessage message, ReplyTicket ticket, ProgressPart progress, CancellationToken cancellation)
    {
        var rendered = ReplyRenderer.Render(progress);
        var posted = await api.PostMessageAsync(new NewMessage(ticket.Channel, rendered.Text)
        {
            Blocks = rendered.Blocks,
            ThreadTs = ticket.Thread.Length > 0 ? ticket.Thread : null,
            Metadata = DeliveryMark.Of(ReplyDelivery.KeyOf(message, 0), isDraft: true),
        }, cancellation);
        return new DraftId(posted.Ts).ToString();
    }

    /// <summary>Null where there can be no stream: outside of threads, in an app without the feature.</summary>
    private async Task<string?> StartAsync(IncomingMessage message, ReplyTicket ticket, string text, CancellationToken cancellation)
    {
        if (ticket.Thread.Length == 0) return null;
        var inChannel = message.Place.Workspace.Length > 0;
        try
        {
            var posted = await api.StartStreamAsync(new StreamStart(ticket.Channel, ticket.Thread)
            {
                RecipientUserId = inChannel ? message.User : null,
                RecipientTeamId = inChannel ? (await myself.GetAsync(cancellation)).TeamId : null,
                MarkdownText = Markdown(text),
            }, cancellation);
            return new DraftId(posted.Ts, IsStream: true).ToString();
        }
        catch (SlackException e) when (!e.IsTransient && !e.OutcomeIsUnknown)
        {
            return null;
        }
    }

    /// <summary>False when the stream is over; then the message can be edited.</summary>
    private async Task<bool> AppendAsync(ReplyTicket ticket, DraftId stream, string text, CancellationToken cancellation)
    {
        try
        {
            await api.AppendStreamAsync(ticket.Channel, stream.Ts, Markdown(text), cancellation);
            return true;
        }
        catch (SlackException e) when (ErrorCodes.IsStreamOver(e.Code))
        {
            return false;
        }
    }

    private async Task StopAsync(string channel, string ts, CancellationToken cancellation)
    {
        try
        {
            await api.StopStreamAsync(new StreamEnd(channel, ts), cancellation);
        }
        catch (SlackException e) when (ErrorCodes.IsStreamOver(e.Code))
        {
            // It ended by itself, or an earlier attempt ended it.
        }
    }

    /// <summary>Pieces end anywhere, and what parts words is foreign text's to keep.</summary>
    private static string Markdown(string text)
    {
        var escaped = $"{(text.StartsWith(' ') ? " " : "")}{SlackText.EscapeMarkdown(text)}{(text.EndsWith(' ') ? " " : "")}";
        return TextSplitter.Fit(escaped, Limits.StreamText);
    }
}
