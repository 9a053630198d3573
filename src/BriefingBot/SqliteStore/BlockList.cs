using System.Buffers;
using BriefingBot.Articles;

namespace BriefingBot.SqliteStore;

/// <summary>
/// An article's blocks as a few bytes each: the gap since the last block, the length, the kind, each a LEB128
/// number (https://en.wikipedia.org/wiki/LEB128). Blocks are in order and do not overlap, so no gap is negative.
/// </summary>
internal static class BlockList
{
    public static byte[] ToBytes(IReadOnlyList<Block> blocks)
    {
        var (bytes, last) = (new ArrayBufferWriter<byte>(Math.Max(1, blocks.Count * 4)), 0);
        foreach (var (span, kind) in blocks)
        {
            Write(bytes, span.Start - last);
            Write(bytes, span.Length);
            Write(bytes, (int)kind);
            last = span.End;
        }

        return bytes.WrittenSpan.ToArray();
    }

    public static IReadOnlyList<Block> FromBytes(ReadOnlySpan<byte> bytes)
    {
        var (blocks, last) = (new List<Block>(), 0);
        while (!bytes.IsEmpty)
        {
            var start = last + Read(ref bytes);
            last = start + Read(ref bytes);
            blocks.Add(new Block(new TextSpan(start, last), (BlockKind)Read(ref bytes)));
        }

        return blocks;
    }

    private static void Write(ArrayBufferWriter<byte> bytes, int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        for (; number >= 0x80; number >>= 7) Append((byte)(number | 0x80));
        Append((byte)number);

        void Append(byte value)
        {
            bytes.GetSpan(1)[0] = value;
            bytes.Advance(1);
        }
    }

    private static int Read(ref ReadOnlySpan<byte> bytes)
    {
        for (var (number, shift) = (0, 0); ; shift += 7)
        {
            var next = bytes[0];
            bytes = bytes[1..];
            number |= (next & 0x7f) << shift;
            if (next < 0x80) return number;
        }
    }
}
