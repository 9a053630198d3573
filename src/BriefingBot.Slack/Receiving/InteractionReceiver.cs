using System.Text.Json;
using BriefingBot.Chat.Requests;
using BriefingBot.Slack.Delivery;
using BriefingBot.Slack.Installation;
using BriefingBot.Slack.Rendering;

namespace BriefingBot.Slack.Receiving;

/// <summary>Takes clicks on our buttons and the message shortcut: https://docs.slack.dev/interactivity/handling-user-interaction.</summary>
internal sealed class InteractionReceiver(Intake intake)
{
    private const string NoText = "There is no text in this message that I could look up.";

    public ValueTask ReceiveAsync(JsonElement interaction, CancellationToken cancellation) => interaction.Text("type") switch
    {
        "block_actions" => PressAsync(interaction, cancellation),
        "message_action" when interaction.Text("callback_id") == Subscriptions.CheckShortcut => CheckAsync(interaction, cancellation),
        _ => ValueTask.CompletedTask,
    };

    private async ValueTask PressAsync(JsonElement interaction, CancellationToken cancellation)
    {
        var (channel, user) = (interaction.Text("channel", "id"), interaction.Text("user", "id"));
        if (channel.Length == 0 || user.Length == 0) return;

        var ephemeral = interaction.IsTrue("container", "is_ephemeral");
        foreach (var action in interaction.Items("actions").Where(a => Buttons.AreOurs(a.Text("action_id"))))
        {
            // A click has an address of its own, but a bot that has an answer in the channel may speak there.
            var ticket = new ReplyTicket { Channel = channel, Thread = Thread(interaction, ephemeral), ResponseUrl = interaction.Text("response_url") };
            var press = new ButtonPress(action.Text("value"), ephemeral);
            await intake.AcceptAsync(new Arrival($"press:{user}:{action.Text("action_ts")}:{press.Button}", user, press, ticket), cancellation);
        }
    }

    /// <summary>What follows hangs below the answer; an ephemeral message has nothing below it.</summary>
    private static string Thread(JsonElement interaction, bool ephemeral)
    {
        var thread = interaction.Text("container", "thread_ts") is { Length: > 0 } named ? named : interaction.Text("message", "thread_ts");
        return thread.Length > 0 || ephemeral ? thread : interaction.Text("container", "message_ts");
    }

    /// <summary>Looking up what somebody wrote is nobody else's business; the answer can be shared.</summary>
    private async ValueTask CheckAsync(JsonElement interaction, CancellationToken cancellation)
    {
        var (channel, user) = (interaction.Text("channel", "id"), interaction.Text("user", "id"));
        if (channel.Length == 0 || user.Length == 0) return;

        var ticket = new ReplyTicket { Channel = channel, Thread = interaction.Text("message", "thread_ts"), ResponseUrl = interaction.Text("response_url") };
        var text = IncomingText.Read(interaction.Text("message", "text"));
        if (text.Length == 0) await intake.TellAsync(ticket, user, NoText, cancellation);
        else await intake.AcceptAsync(new Arrival($"shortcut:{interaction.Text("trigger_id")}", user, new AskRequest(text, Private: true), ticket), cancellation);
    }
}
