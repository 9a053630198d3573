using System.Text;
using BriefingBot.Chat.Connecting;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Uploads;

namespace BriefingBot.Tests.Chat;

/// <summary>Keeps files by their address, and says that "chief" is an administrator.</summary>
internal sealed class FakeIngestPlatform : IIngestPlatform
{
    private readonly TaskCompletionSource _wasRead = new();
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public string Name => "fake";

    public List<string> Read { get; } = [];

    /// <summary>Once a file was.</summary>
    public Task WasRead => _wasRead.Task;

    public IngestItem Keep(string name, byte[] content, long? announced = null)
    {
        var address = $"files/{_files.Count}";
        _files.Add(address, content);
        return new IngestItem(name, address, announced ?? content.Length, IsAttachment: true);
    }

    public IngestItem Keep(string name, string content) => Keep(name, Encoding.UTF8.GetBytes(content));

    public ValueTask<bool> IsAdministratorAsync(IncomingMessage message, CancellationToken cancellation) => ValueTask.FromResult(message.User == "chief");

    public Task<Download> ReadAsync(IngestItem attachment, int mostBytes, CancellationToken cancellation)
    {
        lock (Read) Read.Add(attachment.Address);
        _wasRead.TrySetResult();
        var file = _files[attachment.Address];
        return Task.FromResult(file.Length > mostBytes ? Download.TooLarge : new Download(file, ""));
    }
}
