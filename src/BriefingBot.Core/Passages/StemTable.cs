namespace BriefingBot.Passages;

/// <summary>
/// The stems of words met before: a hash table with linear probing that many threads read without locks while one
/// adds. When it is full it starts anew, so memory stays bounded and the common words are back at once.
/// </summary>
internal sealed class StemTable
{
    /// <summary>Words remembered, about 20 MB: the vocabulary of a news archive but for its rarest names and figures.</summary>
    private const int MostWords = 1 << 17;

    private readonly Lock _adding = new();
    private Entry[] _entries = new Entry[2 * MostWords];
    private int _count;

    /// <summary>The stem, empty for a stop word; null when the word is new.</summary>
    public string? Find(ReadOnlySpan<char> word, uint hash)
    {
        var entries = Volatile.Read(ref _entries);
        for (var i = Place(hash); ; i = (i + 1) & (entries.Length - 1))
        {
            // The word is written last, so who sees it sees its stem.
            if (Volatile.Read(ref entries[i].Word) is not { } known) return null;
            if (entries[i].Hash == hash && word.SequenceEqual(known)) return entries[i].Stem;
        }
    }

    public void Add(string word, uint hash, string stem)
    {
        lock (_adding)
        {
            if (Find(word, hash) is not null) return;
            if (_count++ == MostWords) (_entries, _count) = (new Entry[2 * MostWords], 1);
            var i = Place(hash);
            while (_entries[i].Word is not null) i = (i + 1) & (_entries.Length - 1);
            (_entries[i].Hash, _entries[i].Stem) = (hash, stem);
            Volatile.Write(ref _entries[i].Word, word);
        }
    }

    private static int Place(uint hash) => (int)((hash ^ (hash >> 15)) & ((2 * MostWords) - 1));

    private struct Entry
    {
        public string? Word;
        public string Stem;
        public uint Hash;
    }
}
