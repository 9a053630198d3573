using System.Text.Json;
using BriefingBot.Slack.Delivery;
using BriefingBot.Slack.Installation;

namespace BriefingBot.Slack.Receiving;

/// <summary>Takes commands: https://docs.slack.dev/interactivity/implementing-slash-commands.</summary>
internal sealed class CommandReceiver(Intake intake)
{
    public async ValueTask ReceiveAsync(JsonElement command, CancellationToken cancellation)
    {
        var (channel, user) = (command.Text("channel_id"), command.Text("user_id"));
        if (command.Text("command") != Subscriptions.Command || channel.Length == 0 || user.Length == 0) return;

        var ticket = new ReplyTicket { Channel = channel, ResponseUrl = command.Text("response_url"), IsUnseen = true };
        var (request, hint) = CommandText.Read(IncomingText.Read(command.Text("text")));
        if (request is null) await intake.TellAsync(ticket, user, hint, cancellation);
        else await intake.AcceptAsync(new Arrival($"command:{command.Text("trigger_id")}", user, request, ticket), cancellation);
    }
}
