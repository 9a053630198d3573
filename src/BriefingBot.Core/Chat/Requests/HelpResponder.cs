using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;

namespace BriefingBot.Chat.Requests;

internal static class HelpResponder
{
    private static readonly HelpPart Help = new(
        "I answer questions about the indexed briefings. Every sentence carries the article it stands in, checked word for word; "
        + "when the articles do not hold the answer, I say so. You can also mention me, write to me directly, or reply to an answer to go on from it.",
        [
            new HelpLine("ask question [since] [source] [private]", "Answers a question. “private” shows the answer to you alone."),
            new HelpLine("quote topic [speaker]", "Finds what was said, word for word."),
            new HelpLine("sources [filter]", "Shows what is indexed and how new it is."),
            new HelpLine("digest now [topic] [length]", "Sums up the last 24 hours as stories, each with its sources."),
            new HelpLine("digest subscribe time [zone] [days] [topic] [sources] [length] [silent]", "Sends a digest here at that time; in channels, for administrators."),
            new HelpLine("digest edit [id] [time] [zone] [days] [topic] [sources] [length] [silent]", "Changes what you name of a digest."),
            new HelpLine("digest list|preview|pause|resume|unsubscribe|why [id]", "The digests that come here, and why a story was in the last one or not."),
            new HelpLine("alert on topic", "Tells you here when something arrives on it."),
            new HelpLine("alert list|pause|resume|mute|remove|test [id]", "The alerts of this place; “test” shows what one would have told lately."),
            new HelpLine("help", "Shows this."),
            new HelpLine("gaps", "For administrators: the week's questions that found nothing or were marked wrong."),
            new HelpLine("settings [collections] [sources] [sentences] [follow-ups] [quiet] [zone] [gaps] [ingest]", "For administrators: what this channel may see, how answers are given here, when I say nothing unasked, and whether articles are taken here."),
            new HelpLine("add [file] [url]", "For administrators, in a channel that takes articles: indexes a file or a link. Dropping it there does the same."),
        ]);

    public static ComposedReply Respond() => new(ChatReply.Of(true, Help));
}
