namespace BriefingBot.Articles;

/// <summary>One news article as it was delivered, with its text addressable by character offset.</summary>
public sealed record Article
{
    /// <summary>The collection of articles that lie directly in an indexed root and state none.</summary>
    public const string DefaultCollection = "default";

    public required ArticleId Id { get; init; }

    /// <summary>The headline; empty when the file gives none and none can be recognised.</summary>
    public string Title { get; init; } = "";

    /// <summary>The outlet that published it, as the file names it ("The National", "cnn.com"); empty when unknown.</summary>
    public string Source { get; init; } = "";

    /// <summary>
    /// The part of the library it belongs to, by which channels are kept apart: what its file states, else the top
    /// folder below the indexed root.
    /// </summary>
    public string Collection { get; init; } = DefaultCollection;

    public string Author { get; init; } = "";

    /// <summary>When it was published; null when unknown. Never taken from the file's own time.</summary>
    public ArticleDate? Published { get; init; }

    /// <summary>When its publisher last changed it, if said.</summary>
    public ArticleDate? Updated { get; init; }

    public string Url { get; init; } = "";

    /// <summary>BCP 47 language tag as the file states it; empty when it does not.</summary>
    public string Language { get; init; } = "";

    /// <summary>
    /// The whole stored text: well-formed UTF-16, line ends normalised to '\n', other control characters but the tab
    /// replaced by a space, nothing else changed. Zero-width and bidirectional marks stay; what renders text escapes
    /// them. All offsets in the project are UTF-16 code units into this string.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>
    /// What each part of <see cref="Text"/> is, in order and without overlap; what lies between blocks is white space.
    /// Passages and quotes are taken only from <see cref="BlockKind.Body"/>.
    /// </summary>
    public required IReadOnlyList<Block> Blocks { get; init; }
}
