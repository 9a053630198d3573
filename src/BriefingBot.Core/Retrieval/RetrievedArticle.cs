using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>A sentence of a retrieved passage.</summary>
/// <param name="Stems">Its distinct content words.</param>
/// <param name="Coverage">Share of the question's subject that it covers, 0 to 1.</param>
public sealed record RetrievedSentence(TextSpan Span, IReadOnlySet<string> Stems, double Coverage);

/// <summary>A passage that matches, or several neighbouring ones merged into one.</summary>
/// <param name="Score">Relative to the best passage of the search, 0 to 1.</param>
public sealed record RetrievedPassage(TextSpan Span, double Score, IReadOnlyList<RetrievedSentence> Sentences);

/// <summary>An article that matches, with its near-copies behind it.</summary>
/// <param name="Score">Comparable within one retrieval only.</param>
/// <param name="Passages">Its matching passages in the order of the text.</param>
/// <param name="TitleStems">Content words of the title.</param>
/// <param name="Stems">Content words of title and matching passages.</param>
/// <param name="Copies">Near-copies that matched too and were folded into this one.</param>
public sealed record RetrievedArticle(
    StoredArticle Stored,
    double Score,
    IReadOnlyList<RetrievedPassage> Passages,
    IReadOnlySet<string> TitleStems,
    IReadOnlySet<string> Stems,
    IReadOnlyList<StoredArticle> Copies)
{
    public Article Article => Stored.Article;
}
