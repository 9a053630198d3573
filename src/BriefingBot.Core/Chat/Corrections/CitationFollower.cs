using System.Globalization;
using BriefingBot.Answering.Revisions;
using BriefingBot.Articles;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Replies;

namespace BriefingBot.Chat.Corrections;

/// <summary>A citation that no longer holds as it was given or last told.</summary>
/// <param name="What">What became of it, and when.</param>
/// <param name="After">Word for word what stands there now; empty when nothing does.</param>
public sealed record CitationChange(ToldCitation Told, SourceCard Source, string What, string After);

/// <summary>Looks up what became of a citation.</summary>
public sealed class CitationFollower(IArticleLibrary library)
{
    /// <summary>Articles of one headline and outlet that are looked through for one that was moved.</summary>
    private const int MostNamesakes = 50;

    /// <param name="cited">As it was given.</param>
    /// <param name="told">What was told of it since; null for nothing.</param>
    /// <param name="changed">When its article was last seen to have changed.</param>
    /// <param name="access">What may be seen where it is told. Nothing is said of what lies outside.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null when it says what it said.</returns>
    public async ValueTask<CitationChange?> FollowAsync(CitedPlace cited, ToldCitation? told, DateTimeOffset changed, ArticleAccess access, CancellationToken cancellation)
    {
        var current = told is null ? cited.Quote : told.Current;
        if (await library.FindAsync(ArticleId.Parse(cited.Article), cancellation) is not { } stored)
        {
            var silent = current.Length == 0 || !access.AdmitsCollection(cited.Collection) || !access.AdmitsSource(cited.Source) || await IsElsewhereAsync(cited, current, cancellation);
            return silent ? null : new CitationChange(new ToldCitation(0, cited.Article, current, ""), Card(cited), $"The article was withdrawn ({Day(changed)}).", "");
        }

        if (!access.Admits(stored.Article)) return null;
        var (card, day) = (ReplyWriter.Card(stored.Article, cited.Number), Day(ChangedOn(stored.Article, changed)));
        if (current.Length == 0)
        {
            return RevisionReader.Read(cited.Quote, stored.Article).IsMaterial ? null
                : new CitationChange(new ToldCitation(0, cited.Article, "", cited.Quote), card, $"The passage stands in the article again ({day}).", cited.Quote);
        }

        var revision = RevisionReader.Read(current, stored.Article);
        if (!revision.IsMaterial) return null;
        var what = revision.IsGone ? $"The passage is no longer in the article ({day})." : $"The passage was changed ({day}).";
        return new CitationChange(new ToldCitation(0, cited.Article, revision.Before, revision.Current), card, what, revision.After);
    }

    /// <summary>A file that was renamed or moved is another article with the same words.</summary>
    private async ValueTask<bool> IsElsewhereAsync(CitedPlace cited, string current, CancellationToken cancellation)
    {
        var namesakes = new List<long>();
        await foreach (var other in library.ListAsync(cancellation))
        {
            if (other.Article.Title == cited.Title && other.Article.Source == cited.Source && namesakes.Count < MostNamesakes) namesakes.Add(other.Key);
        }

        return (await library.LoadAsync(namesakes, cancellation)).Any(a => !RevisionReader.Read(current, a.Article).IsMaterial);
    }

    private static SourceCard Card(CitedPlace cited) => new(cited.Number, cited.Title.Length > 0 ? cited.Title : cited.Article, cited.Source, "", "", "");

    /// <summary>What the publisher says, unless that was before it was seen for the last time as it was.</summary>
    private static DateTimeOffset ChangedOn(Article article, DateTimeOffset seen) =>
        article.Updated is { } updated && updated.Instant <= seen && updated.Instant > seen.AddDays(-1) ? updated.Instant : seen;

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
