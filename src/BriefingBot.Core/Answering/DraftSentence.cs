using BriefingBot.Answering.Checking;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Answering;

/// <summary>A sentence on its way into a reply, with the evidence that is to be checked.</summary>
/// <param name="LeadIn">Words put before the sentence so that it can be understood alone; made from the article's own title, outlet and date.</param>
/// <param name="Evidence">First the place the sentence was taken from, then others that say the same.</param>
internal sealed record DraftSentence(string LeadIn, string Body, IReadOnlyList<Evidence> Evidence)
{
    public string Text => LeadIn + Body;

    public Wording Wording { get; init; }

    /// <summary>Where the sentence itself was taken from.</summary>
    public Evidence Origin => Evidence[0];
}

/// <summary>Whose words a sentence is made of, and so how it is checked.</summary>
internal enum Wording
{
    /// <summary>The first article's own; the others say the same.</summary>
    Extracted,

    /// <summary>A model's, borne out by all the evidence together.</summary>
    Written,

    /// <summary>Ours, on two articles that contradict each other.</summary>
    Disagreement,
}

/// <summary>A place in an article that is to support a sentence.</summary>
internal sealed record Evidence(RetrievedArticle Article, TextSpan Span, IReadOnlySet<string> Stems)
{
    /// <summary>It bears the sentence out only together with the others, and so confirms nothing.</summary>
    public bool IsPart { get; init; }

    /// <summary>As the support checker takes it.</summary>
    public CitedText Cited => CitedOf(Article.Article, Span);

    public static CitedText CitedOf(Article article, TextSpan span) => new(span.Of(article.Text), article.Title, article.Source, article.Published?.Day, article.Text);
}
