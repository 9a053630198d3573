using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>What was searched for a question; stated with every answer.</summary>
/// <param name="Filter">The period and sources searched.</param>
/// <param name="AsOf">The instant the question was asked at.</param>
/// <param name="Contents">What the searched part of the library holds.</param>
/// <param name="Wording">The words of the question that set the period; empty when none did.</param>
public sealed record SearchScope(ArticleFilter Filter, DateTimeOffset AsOf, LibraryContents Contents, string Wording)
{
    /// <summary>Whether it holds no article, or, when it is a period, none that is known to be from it.</summary>
    public bool IsEmpty => Contents.Articles == (Filter.From is null ? 0 : Contents.Undated);
}
