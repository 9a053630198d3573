namespace BriefingBot.Passages;

/// <summary>A fixed set of words that is asked about pieces of a text without copying them out.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    /// <param name="words">The words, parted by white space.</param>
    public WordSet(string words, bool ignoreCase = false) => _words = words
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .ToHashSet(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);
}
