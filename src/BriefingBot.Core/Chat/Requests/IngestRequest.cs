namespace BriefingBot.Chat.Requests;

/// <summary>Files and links to be indexed: dropped into a channel that takes articles, or named by command.</summary>
public sealed record IngestRequest(IReadOnlyList<IngestItem> Items) : ChatRequest
{
    /// <summary>More are not even stored; how many are read of one message is configured.</summary>
    public const int MostItems = 100;

    public override string Progress => "Reading what was added …";

    /// <summary>Null when there is nothing to index.</summary>
    public static IngestRequest? Of(IEnumerable<IngestItem> items) => items.Distinct().Take(MostItems).ToList() is { Count: > 0 } some ? new IngestRequest(some) : null;
}

/// <param name="Name">The file's name, or the link as it was written; foreign text.</param>
/// <param name="Address">Where it is; empty for a file that the platform does not hand out.</param>
/// <param name="Bytes">Its size, as the platform says; 0 when unknown.</param>
/// <param name="IsAttachment">A file that the platform keeps; else a link into the Web.</param>
public sealed record IngestItem(string Name, string Address, long Bytes, bool IsAttachment)
{
    public static IngestItem Link(string address) => new(address, address, 0, IsAttachment: false);
}
