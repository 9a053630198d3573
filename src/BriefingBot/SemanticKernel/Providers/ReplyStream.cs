namespace BriefingBot.SemanticKernel.Providers;

/// <summary>
/// A reply's bytes. Reading stops with the request's cancellation also for clients that forget it once the headers are
/// there, as OllamaSharp does, and at a length that no honest reply has, since clients collect a line without any bound.
/// </summary>
internal sealed class ReplyStream(Stream inner, CancellationToken lifetime) : Stream
{
    private const long MostBytes = 8 * 1024 * 1024;

    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lifetime, cancellationToken);
        var read = await inner.ReadAsync(buffer, either.Token);
        return (_read += read) <= MostBytes ? read : throw new IOException("The reply has no end.");
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Replies are read asynchronously.");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
