using System.Diagnostics.CodeAnalysis;

namespace BriefingBot.Articles;

/// <summary>The public name of an article: what its publisher's file says, else its path below the indexed folder.</summary>
public readonly record struct ArticleId
{
    /// <summary>Longest accepted id, in UTF-16 code units; long enough for a URL used as a feed item's guid.</summary>
    public const int MaxLength = 400;

    private ArticleId(string value) => Value = value;

    public string Value { get; }

    public static ArticleId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not an article id: 1 to {MaxLength} characters, no white space inside.");

    public static bool TryParse([NotNullWhen(true)] string? text, out ArticleId id)
    {
        var trimmed = text?.Trim() ?? "";
        // Half a surrogate pair does not survive storing as UTF-8: the article would never be recognised again.
        var valid = trimmed.Length is > 0 and <= MaxLength && !trimmed.Any(char.IsWhiteSpace) && PlainText.Clean(trimmed) == trimmed;
        id = valid ? new ArticleId(trimmed) : default;
        return valid;
    }

    public override string ToString() => Value;
}
