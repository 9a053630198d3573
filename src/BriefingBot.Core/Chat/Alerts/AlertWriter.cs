using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Digests;
using BriefingBot.Passages;
using BriefingBot.Percolation;
using BriefingBot.Retrieval;

namespace BriefingBot.Chat.Alerts;

/// <summary>Tells a story by the sentence of its new articles that says most of what the alert waits for, checked as an answer's is.</summary>
/// <param name="found">The articles as they are stored; to be grouped, those without a date were given one.</param>
internal sealed class AlertWriter(IPassageSearch search, Question question, StandingQuery query, SearchScope scope, IEnumerable<StoredArticle> found)
{
    private static readonly AnswerOptions OneSentence = new() { MaxSentences = 1, MaxWords = DigestWeights.Words };

    private readonly StorySentences _central = new(search);
    private readonly Dictionary<long, StoredArticle> _found = found.ToDictionary(a => a.Key);

    /// <summary>Null when no sentence of it can be shown.</summary>
    public DigestStory? Write(Story story)
    {
        var articles = story.All.DistinctBy(a => a.CopyGroup).Concat(story.Tellers).DistinctBy(a => a.Key).ToDictionary(a => a.Key, Read);
        List<RetrievedArticle> all = [.. articles.Values], tellers = [.. story.Tellers.Select(a => articles[a.Key])];
        var drafts = Best(tellers, all);
        if (drafts.Count == 0) drafts = _central.Choose(tellers, all, most: 1);
        if (drafts.Count == 0) return null;
        var (_, sentences, citations) = AnswerNumbering.Number(drafts);
        // The headline that the sentence stands under comes first, for the two go together.
        var titles = story.Tellers.OrderByDescending(a => a.Article.Id == citations[0].Article.Id).Select(a => a.Article);
        return new DigestStory(story.Id, StoryHeadline.Of(titles, sentences[0].Text), sentences, citations, story.Sources, story.Articles, story.Earlier, story.Update);
    }

    private IReadOnlyList<DraftSentence> Best(IReadOnlyList<RetrievedArticle> tellers, IReadOnlyList<RetrievedArticle> all)
    {
        var draft = new AnswerDraft(OneSentence, all);
        foreach (var candidate in SentenceRanking.Rank(new RetrievalResult(question, query.Subject, scope, tellers, IsOverview: false)).TakeWhile(_ => !draft.IsFull))
        {
            // The headline is shown in any case.
            if (Standalone.Make(candidate with { NeedsTitle = false }) is { } sentence && sentence.Text.Length <= DigestLimits.Sentence) draft.Offer(sentence);
        }

        return CitationChecker.Check(draft.Sentences);
    }

    /// <summary>With all of its body, where the answering parts take what a search has found.</summary>
    private RetrievedArticle Read(StoredArticle stored)
    {
        stored = _found.GetValueOrDefault(stored.Key, stored);
        var text = stored.Article.Text;
        var passages = stored.Article.Blocks.Where(b => b.Kind == BlockKind.Body).Select(block => new RetrievedPassage(block.Span, 1, [.. SentenceSplitter.Split(text, block.Span).Select(Sentence)])).ToList();
        var title = EnglishTerms.StemsOf(stored.Article.Title);
        var stems = passages.SelectMany(p => p.Sentences).SelectMany(s => s.Stems).Concat(title).ToHashSet(StringComparer.Ordinal);
        return new RetrievedArticle(stored, 1, passages, title, stems, []);

        RetrievedSentence Sentence(TextSpan span)
        {
            var stemsOfSentence = EnglishTerms.StemsOf(text, span);
            return new RetrievedSentence(span, stemsOfSentence, query.Subject.Coverage(stemsOfSentence));
        }
    }
}
