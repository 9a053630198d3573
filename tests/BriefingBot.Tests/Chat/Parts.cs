using BriefingBot.Chat.Replies;

namespace BriefingBot.Tests.Chat;

internal static class Parts
{
    public static T Part<T>(this ChatReply reply) where T : ReplyPart => Assert.Single(reply.Parts.OfType<T>());

    public static string Text(this ChatReply reply) => string.Join(' ', reply.Part<SentencesPart>().Sentences.Select(s => s.Text));
}
