using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Passages;
using BriefingBot.Retrieval;

namespace BriefingBot.Digests;

/// <summary>The part of an article that holds its news, as the answering parts take it.</summary>
internal static class StoryOpening
{
    /// <summary>Sentences of an article that may stand for it.</summary>
    public const int Sentences = 6;

    private const int Blocks = 4;

    public static RetrievedArticle Read(StoredArticle stored)
    {
        var text = stored.Article.Text;
        var sentences = Spans(stored.Article).Take(Sentences).Select(span => new RetrievedSentence(span, EnglishTerms.StemsOf(text, span), Coverage: 0)).ToList();
        var title = EnglishTerms.StemsOf(stored.Article.Title);
        var stems = sentences.SelectMany(s => s.Stems).Concat(title).ToHashSet(StringComparer.Ordinal);
        List<RetrievedPassage> passages = sentences.Count == 0 ? [] : [new RetrievedPassage(new TextSpan(sentences[0].Span.Start, sentences[^1].Span.End), 1, sentences)];
        return new RetrievedArticle(stored, 1, passages, title, stems, []);
    }

    /// <summary>The headline and the first sentences.</summary>
    public static IEnumerable<string> Texts(Article article, int sentences) =>
        Spans(article).Take(sentences).Select(span => span.Of(article.Text)).Prepend(Headline.Of(article));

    private static IEnumerable<TextSpan> Spans(Article article) =>
        article.Blocks.Where(b => b.Kind == BlockKind.Body).Take(Blocks)
            .SelectMany(b => SentenceSplitter.Split(article.Text, b.Span)).Select(span => Dateline.Skip(article.Text, span));
}
