using System.IO.Compression;
using System.Text;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Gateway;

/// <summary>
/// Frames as plain JSON text, or as one zlib stream over the whole connection, flushed after each payload
/// (https://docs.discord.com/developers/events/gateway#transport-compression).
/// </summary>
internal sealed class FrameEncoder : IDisposable
{
    private readonly MemoryStream _buffer = new();
    private readonly ZLibStream? _zlib;

    public FrameEncoder(bool compressed) => _zlib = compressed ? new ZLibStream(_buffer, CompressionLevel.Fastest) : null;

    public bool IsBinary => _zlib is not null;

    public ReadOnlyMemory<byte> Encode(string payload)
    {
        var bytes = Encoding.UTF8.GetBytes(payload);
        if (_zlib is null) return bytes;
        _buffer.SetLength(0);
        _zlib.Write(bytes);
        _zlib.Flush();
        return _buffer.ToArray();
    }

    public void Dispose()
    {
        _zlib?.Dispose();
        _buffer.Dispose();
    }
}
