namespace BriefingBot.Answering.Checking.Vocabulary;

/// <summary>Reads the word lists that are too long to stand in code.</summary>
internal static class WordTable
{
    /// <summary>The lines of an embedded list, without comments.</summary>
    public static IReadOnlyList<string> Rows(string name)
    {
        using var stream = typeof(WordTable).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The word list {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }
}
