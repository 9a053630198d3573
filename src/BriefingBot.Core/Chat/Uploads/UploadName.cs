using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Chat.Uploads;

/// <summary>Names for files that strangers have named: readable, harmless, and the same for the same content.</summary>
internal static class UploadName
{
    /// <summary>With four bytes a letter and the rest of the name, still within what file systems take.</summary>
    private const int MostLetters = 40;

    private const int HashDigits = 20;

    /// <summary>What tells contents, or addresses, apart. Not to be found again by somebody who wants to replace another's file.</summary>
    public static string HashOf(ReadOnlySpan<byte> identity) => Convert.ToHexStringLower(SHA256.HashData(identity))[..HashDigits];

    /// <summary>Letters, digits and hyphens; never hidden, and never a README, which is left out.</summary>
    public static string Readable(string name)
    {
        var readable = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormC))
        {
            if (readable.Length == MostLetters) break;
            if (char.IsLetterOrDigit(c)) readable.Append(char.ToLowerInvariant(c));
            else if (readable.Length > 0 && readable[^1] != '-') readable.Append('-');
        }

        var trimmed = readable.ToString().Trim('-');
        return trimmed.Length == 0 ? "article" : trimmed.StartsWith("readme", StringComparison.Ordinal) ? $"a-{trimmed}" : trimmed;
    }
}
