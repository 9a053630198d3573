using System.Text;
using System.Text.Unicode;

namespace BriefingBot.Articles.Formats;

/// <summary>
/// Reads whole files and decodes them strictly: a quote is only as good as the letters it is made of, so bytes that
/// do not fit the encoding are refused instead of replaced.
/// </summary>
internal static class FileText
{
    /// <summary>For formats with one article a file; the longest newspaper special is far below it.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <exception cref="UnreadableFileException">The file is empty or too large.</exception>
    public static byte[] ReadBytes(ArticleFile file)
    {
        RejectEmpty(file);
        var length = new FileInfo(file.FullPath).Length;
        if (length > MaxBytes) throw new UnreadableFileException($"is too large: {length / (1024 * 1024)} MB, at most {MaxBytes / (1024 * 1024)} MB are read as one article");
        return File.ReadAllBytes(file.FullPath);
    }

    /// <summary>Looks at the length first, since opening a named pipe (length 0) would wait for its other end.</summary>
    public static void RejectEmpty(ArticleFile file)
    {
        var info = new FileInfo(file.FullPath);
        if (info.LinkTarget is not null && info.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target) info = target;
        if (info.Length == 0) throw new UnreadableFileException("is empty");
    }

    public static string Read(ArticleFile file) => Decode(ReadBytes(file));

    /// <summary>Decodes by byte order mark, else by the encoding the file declares, else as UTF-8.</summary>
    /// <exception cref="UnreadableFileException">The bytes are not text in that encoding.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (bytes.StartsWith("\uFEFF"u8)) return DecodeUtf8(bytes, skip: 3);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) throw new UnreadableFileException("is UTF-32; save it as UTF-8");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return DecodeStrictly(bytes[2..], new UnicodeEncoding(false, false, true), "UTF-16");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return DecodeStrictly(bytes[2..], new UnicodeEncoding(true, false, true), "UTF-16");
        return Declared(declared) is { } encoding ? DecodeStrictly(bytes, encoding, declared!) : DecodeUtf8(bytes, skip: 0);
    }

    /// <summary>Decodes what a server sent by the encoding that it names, else by the document's own word: many servers name one for all they have.</summary>
    /// <exception cref="UnreadableFileException">The bytes are not text in either encoding.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset, string? declared)
    {
        if (charset is null) return Decode(bytes, declared);
        try
        {
            return Decode(bytes, charset);
        }
        catch (UnreadableFileException)
        {
            return Decode(bytes, declared);
        }
    }

    private static string DecodeUtf8(ReadOnlySpan<byte> bytes, int skip)
    {
        RejectBinary(bytes);
        if (Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes[skip..]);
        var at = FirstInvalid(bytes);
        throw new UnreadableFileException(NotUtf8(bytes, at), bytes[..at].Count((byte)'\n') + 1);
    }

    private static string DecodeStrictly(ReadOnlySpan<byte> bytes, Encoding encoding, string name)
    {
        if (encoding is not UnicodeEncoding) RejectBinary(bytes);
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException ex)
        {
            throw new UnreadableFileException($"is declared as {name}, but byte {ex.Index} does not fit it");
        }
    }

    private static void RejectBinary(ReadOnlySpan<byte> bytes)
    {
        var nul = bytes.IndexOf((byte)0);
        if (nul < 0) return;
        throw new UnreadableFileException($"is not text: it holds a zero byte (byte {nul})", bytes[..nul].Count((byte)'\n') + 1);
    }

    /// <summary>The declared encoding when it is another than UTF-8; the Web's names, so "iso-8859-1" is Windows-1252.</summary>
    /// <remarks>https://encoding.spec.whatwg.org/#names-and-labels</remarks>
    private static Encoding? Declared(string? name)
    {
        // A file that was read as bytes up to its ASCII declaration cannot be in the UTF-16 it may declare.
        var label = name?.Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(label) || label is "utf-8" or "utf8" or "us-ascii" or "ascii" || label.StartsWith("utf-16", StringComparison.Ordinal)) return null;
        if (label is "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1") label = "windows-1252";
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(label, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            throw new UnreadableFileException($"declares the unknown encoding '{PlainText.OneLine(label)}'");
        }
    }

    /// <summary>Where the first sequence stands that is not UTF-8.</summary>
    public static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done) at += length;
        return at;
    }

    public static string NotUtf8(ReadOnlySpan<byte> bytes, int at, long offset = 0)
    {
        var looks = LooksLikeWindows1252(bytes) ? "; the file looks like Windows-1252" : "";
        return $"is not UTF-8: byte {offset + at} is 0x{bytes[at]:X2}{looks}. Save it as UTF-8.";
    }

    /// <summary>Single bytes above ASCII beside letters or blanks: accents and curly quotes of Western European text.</summary>
    private static bool LooksLikeWindows1252(ReadOnlySpan<byte> bytes)
    {
        var (fitting, high) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80) continue;
            high++;
            if (bytes[i] is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D) return false;
            var isLetter = bytes[i] >= 0xC0;
            var isMark = bytes[i] is 0x80 or 0x85 or (>= 0x91 and <= 0x97) or 0xA0 or 0xA3 or 0xA9 or 0xAB or 0xB0 or 0xBB;
            if (isMark || (isLetter && i > 0 && bytes[i - 1] < 0x80)) fitting++;
        }

        return fitting * 10 >= high * 8;
    }
}
