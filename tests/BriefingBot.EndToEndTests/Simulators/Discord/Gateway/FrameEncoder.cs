using System.IO.Compression;
using System.Text;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Gateway;

/// <summary>
/// Frames as plain JSON text, or as one zlib stream over the whole connection, flushed after each payload
/// (https://docs.discord.com/developers/events/gateway#transport-compression).
/// </summary>
internal sealed class FrameEncoder : IDisposable
{
    private readonly MemoryStream buffer = new();
    private readonly ZLibStream? zlib;

    public FrameEncoder(bool compressed) => zlib = compressed ? new ZLibStream(buffer, CompressionLevel.Fastest) : null;

    public bool IsBinary => zlib is not null;

    public ReadOnlyMemory<byte> Encode(string payload)
    {
        var bytes = Encoding.UTF8.GetBytes(payload);
        if (zlib is null) return bytes;
        buffer.SetLength(0);
        zlib.Write(bytes);
        zlib.Flush();
        return buffer.ToArray();
    }

    public void Dispose()
    {
        zlib?.Dispose();
        buffer.Dispose();
    }
}
