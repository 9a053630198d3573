using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Digests;

/// <summary>Tells a story in its articles' own words.</summary>
internal sealed class StoryWriter(IPassageSearch search, DigestLimits limits)
{
    private readonly StorySentences _sentences = new(search);

    /// <summary>Null when no sentence of it can be shown.</summary>
    public DigestStory? Write(Story story)
    {
        var articles = story.All.DistinctBy(a => a.CopyGroup).Concat(story.Tellers).DistinctBy(a => a.Key).ToDictionary(a => a.Key, StoryOpening.Read);
        var openings = articles.Values.ToList();
        var drafts = _sentences.Choose([.. story.Tellers.Select(a => articles[a.Key])], openings, limits.Sentences);
        if (drafts.Count == 0) return null;
        var (_, sentences, citations) = AnswerNumbering.Number(drafts);
        return new DigestStory(
            story.Id, StoryHeadline.Of(BestFirst(story, openings, citations[0].Article), sentences[0].Text), sentences, citations, story.Sources, story.Articles, story.Earlier, story.Update);
    }

    /// <summary>First the one whose sentence opens the story, for the two go together; then those with most in common with the others.</summary>
    private IEnumerable<Article> BestFirst(Story story, List<RetrievedArticle> openings, Article opener)
    {
        var centrality = _sentences.Centrality(openings);
        return story.Tellers.OrderByDescending(a => a.Article.Id == opener.Id).ThenByDescending(a => centrality[a.Key]).ThenBy(a => a.Key).Select(a => a.Article);
    }
}
