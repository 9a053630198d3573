namespace BriefingBot.Chat.Replies;

/// <summary>What a platform takes.</summary>
/// <param name="Text">Most UTF-16 code units of one text; platforms that count code points are satisfied too.</param>
/// <param name="Messages">Most texts that one reply is split into; the rest is cut off.</param>
public sealed record MessageLimits(int Text, int Messages)
{
    public const int ShortestText = 16;

    public int Text { get; } = Text >= ShortestText ? Text : throw new ArgumentOutOfRangeException(nameof(Text), Text, $"A text has at least {ShortestText} characters.");

    public int Messages { get; } = Messages >= 1 ? Messages : throw new ArgumentOutOfRangeException(nameof(Messages), Messages, "A reply has at least one message.");
}
