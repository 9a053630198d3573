namespace BriefingBot.Slack.Delivery;

/// <summary>A draft as the inbox notes it.</summary>
/// <param name="IsStream">Whether it is streamed into, and so has to be ended before it can be changed.</param>
internal readonly record struct DraftId(string Ts, bool IsStream = false)
{
    private const string Stream = "stream:";

    public static DraftId? Read(string? draft) => draft switch
    {
        null or "" => null,
        _ when draft.StartsWith(Stream, StringComparison.Ordinal) => new DraftId(draft[Stream.Length..], IsStream: true),
        _ => new DraftId(draft),
    };

    public override string ToString() => IsStream ? Stream + Ts : Ts;
}
