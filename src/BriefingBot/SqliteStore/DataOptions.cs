namespace BriefingBot.SqliteStore;

/// <summary>Where the program keeps what it has read; section <c>Data</c> of the configuration.</summary>
public sealed record DataOptions
{
    public const string Section = "Data";
    public const string FolderKey = $"{Section}:{nameof(Folder)}";

    /// <summary>The data folder, relative to the current directory; made when it is missing.</summary>
    public string Folder { get; init; } = "data";

    /// <summary>What is wrong with the values, naming the key.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Folder)) yield return $"{FolderKey} is empty; name a folder.";
    }
}
