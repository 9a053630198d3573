using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace BriefingBot.Feeds;

/// <summary>Tells a changed item from one that only has another date: 128 bits over its texts.</summary>
internal static class ItemHash
{
    public static UInt128 Of(params ReadOnlySpan<string> texts)
    {
        var hash = new XxHash128();
        foreach (var text in texts)
        {
            // The length goes first so that text cannot move from one field to the next unnoticed.
            hash.Append(BitConverter.GetBytes(text.Length));
            hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
        }

        return hash.GetCurrentHashAsUInt128();
    }
}
