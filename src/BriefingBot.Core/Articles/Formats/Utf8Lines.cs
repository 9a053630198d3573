namespace BriefingBot.Articles.Formats;

/// <summary>Reads a stream line by line as bytes, holding no more than one line.</summary>
internal sealed class Utf8Lines(Stream stream, int maxLength)
{
    private byte[] _buffer = new byte[128 * 1024];
    private int _start;
    private int _end;
    private bool _ended;
    private long _position = stream.CanSeek ? stream.Position : 0;

    /// <summary>1-based number of the line last read.</summary>
    public int Number { get; private set; }

    /// <summary>Where the line last read starts in the file.</summary>
    public long Offset { get; private set; }

    /// <summary>True when the line last read was longer than the limit; what is returned is then only its beginning.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The next line without its end; valid until the next call.</summary>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        TooLong = false;
        Offset = _position;
        Number++;
        for (var searched = 0; ;)
        {
            var newline = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (newline >= 0) return Take(searched + newline, skip: 1, out line);
            searched = _end - _start;
            if (searched > maxLength)
            {
                TooLong = true;
                DiscardKeepingNothing(ref searched);
            }

            if (_ended) break;
            Fill();
        }

        if (_end > _start || TooLong) return Take(_end - _start, skip: 0, out line);
        line = default;
        return false;
    }

    private bool Take(int length, int skip, out ReadOnlyMemory<byte> line)
    {
        if (length > maxLength) TooLong = true;
        line = _buffer.AsMemory(_start, TooLong ? 0 : length);
        _start += length + skip;
        _position += length + skip;
        return true;
    }

    private void DiscardKeepingNothing(ref int searched)
    {
        _position += searched;
        (_start, _end, searched) = (0, 0, 0);
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _ended = read == 0;
        _end += read;
    }
}
