using System.Buffers;
using System.IO.Compression;

namespace BriefingBot.Discord.Gateway;

/// <summary>Unpacks zlib-stream, one context for a connection: https://discord.com/developers/docs/events/gateway#zlib-stream.</summary>
internal sealed class ZlibStreamInflater : IDisposable
{
    private static readonly byte[] Flush = [0x00, 0x00, 0xff, 0xff];

    private readonly MemoryStream _packed = new();
    private readonly ZLibStream _inflate;

    public ZlibStreamInflater() => _inflate = new ZLibStream(_packed, CompressionMode.Decompress, leaveOpen: true);

    /// <summary>Takes a frame; false when the payload goes on in the next one.</summary>
    /// <exception cref="InvalidDataException">It is not zlib.</exception>
    public bool TryInflate(ReadOnlySpan<byte> frame, ArrayBufferWriter<byte> payload)
    {
        _packed.Write(frame);
        if (!frame.EndsWith(Flush)) return false;

        _packed.Position = 0;
        // The stream says "end" where its input ends, and goes on when there is more.
        while (_inflate.Read(payload.GetSpan(4096)) is var count and > 0) payload.Advance(count);
        _packed.SetLength(0);
        return true;
    }

    public void Dispose()
    {
        _inflate.Dispose();
        _packed.Dispose();
    }
}
