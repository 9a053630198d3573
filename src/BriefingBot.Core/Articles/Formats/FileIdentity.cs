using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace BriefingBot.Articles.Formats;

/// <summary>Ids for articles whose file states none: the path below the root without its extension.</summary>
internal static class FileIdentity
{
    private const int HashLength = 17;

    public static ArticleId Of(ArticleFile file) => Of(Path.ChangeExtension(file.RelativePath, null));

    /// <summary>For an article among several of one file: its web address, else the file's path and the line.</summary>
    public static string Of(string? url, ArticleFile file, int line) => DeliveredArticle.WebUri(url) is not null && url!.Length <= ArticleId.MaxLength
        ? url
        : string.Create(CultureInfo.InvariantCulture, $"{Of(file)}:{line}");

    /// <summary>Forward slashes; a hyphen for blanks and control characters; a hash in place of what is too long.</summary>
    public static ArticleId Of(string path)
    {
        var clean = PlainText.Clean(path);
        var name = string.Create(clean.Length, clean, (span, p) =>
        {
            for (var i = 0; i < p.Length; i++)
            {
                span[i] = p[i] == '\\' ? '/' : char.IsWhiteSpace(p[i]) ? '-' : p[i];
            }
        });
        if (name.Length is > 0 and <= ArticleId.MaxLength) return ArticleId.Parse(name);
        var hash = XxHash64.HashToUInt64(MemoryMarshal.AsBytes(name.AsSpan()));
        // Cleaned once more, for the cut may have halved a character.
        var start = PlainText.Clean(name[..Math.Min(name.Length, ArticleId.MaxLength - HashLength)]);
        return ArticleId.Parse(string.Create(CultureInfo.InvariantCulture, $"{start}-{hash:x16}"));
    }
}
