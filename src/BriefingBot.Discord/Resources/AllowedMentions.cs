namespace BriefingBot.Discord.Resources;

/// <summary>Whom a message may notify: no one, not even the author of the message replied to.</summary>
public sealed record AllowedMentions
{
    private AllowedMentions()
    {
    }

    internal static AllowedMentions None { get; } = new();

    public IReadOnlyList<string> Parse { get; } = [];

    public bool RepliedUser { get; }
}
