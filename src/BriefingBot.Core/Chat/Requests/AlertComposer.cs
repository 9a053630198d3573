using System.Globalization;
using BriefingBot.Chat.Alerts;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Digests;

namespace BriefingBot.Chat.Requests;

/// <summary>Makes of what an alert tells a reply, with buttons for asking on and for being left in peace.</summary>
internal static class AlertComposer
{
    public static ComposedReply Compose(IncomingMessage message, Alert alert, IReadOnlyList<DigestStory> stories, int more)
    {
        var heading = TextSplitter.Fit($"Something arrived on: {alert.Wording}", DigestLimits.Heading);
        var cards = stories.Select((story, i) => Card(story, i + 1));
        var account = more > 0 ? $"And {more.ToString("N0", CultureInfo.InvariantCulture)} more; ask me about them. Alert {alert.Id}." : $"Alert {alert.Id}.";
        var buttons = stories.Select((story, i) => new ReplyButton(AnswerComposer.NewId(), ButtonAction.AskStory, stories.Count == 1 ? "Ask about this" : $"Ask about story {i + 1}") { Story = story.Id.Value });
        var record = DigestComposer.Record(message, stories, [], heading) with { Alert = alert.Id };
        return new ComposedReply(new ChatReply(false, [new DigestPart(heading, [.. cards], account)],
            [.. buttons, Button(ButtonAction.MuteAlert, "Mute for a week"), Button(ButtonAction.StopAlert, "Stop")])) { Answer = record };
    }

    private static StoryCard Card(DigestStory story, int number)
    {
        var card = DigestComposer.Card(story, number, links: 1);
        return card with { Sources = $"{ReplyWriter.Day(story.Citations[0].Article.Published)}; {card.Sources}" };
    }

    private static ReplyButton Button(ButtonAction action, string label) => new(AnswerComposer.NewId(), action, label);
}
