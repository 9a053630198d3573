namespace BriefingBot.Articles.Formats;

/// <summary>Reads a stream line by line as bytes, holding no more than one line.</summary>
internal sealed class Utf8Lines(Stream stream, int maxLength)
{
    private byte[] buffer = new byte[128 * 1024];
    private int start;
    private int end;
    private bool ended;

    /// <summary>1-based number of the line last read.</summary>
    public int Number { get; private set; }

    /// <summary>Where the line last read starts in the file.</summary>
    public long Offset { get; private set; }

    private long position = stream.CanSeek ? stream.Position : 0;

    /// <summary>True when the line last read was longer than the limit; what is returned is then only its beginning.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The next line without its end; valid until the next call.</summary>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        TooLong = false;
        Offset = position;
        Number++;
        for (var searched = 0; ;)
        {
            var newline = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (newline >= 0) return Take(searched + newline, skip: 1, out line);
            searched = end - start;
            if (searched > maxLength)
            {
                TooLong = true;
                DiscardKeepingNothing(ref searched);
            }

            if (ended) break;
            Fill();
        }

        if (end > start || TooLong) return Take(end - start, skip: 0, out line);
        line = default;
        return false;
    }

    private bool Take(int length, int skip, out ReadOnlyMemory<byte> line)
    {
        if (length > maxLength) TooLong = true;
        line = buffer.AsMemory(start, TooLong ? 0 : length);
        start += length + skip;
        position += length + skip;
        return true;
    }

    private void DiscardKeepingNothing(ref int searched)
    {
        position += searched;
        (start, end, searched) = (0, 0, 0);
    }

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = stream.Read(buffer, end, buffer.Length - end);
        ended = read == 0;
        end += read;
    }
}
