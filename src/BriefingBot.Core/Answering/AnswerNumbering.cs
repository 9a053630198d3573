using System.Text;

namespace BriefingBot.Answering;

/// <summary>
/// Gives each cited place its number, once, in order of first use. Body and source list are both made from this one
/// map, so no number can lack its source or a source its number.
/// </summary>
internal static class AnswerNumbering
{
    public static (string Text, IReadOnlyList<AnswerSentence> Sentences, IReadOnlyList<Citation> Citations) Number(IReadOnlyList<DraftSentence> drafts)
    {
        var citations = new List<Citation>();
        var sentences = drafts.Select(draft => new AnswerSentence(
            draft.Text,
            [.. draft.Evidence.Select(e => Cite(citations, e)).Distinct().Order()],
            Math.Max(1, Corroboration.IndependentSources(draft.Evidence.Where(e => !e.IsPart))))).ToList();
        return (Body(sentences), sentences, citations);
    }

    private static int Cite(List<Citation> citations, Evidence evidence)
    {
        var article = evidence.Article.Article;
        var known = citations.Find(c => c.Article.Id == article.Id && c.Span == evidence.Span);
        if (known is not null) return known.Number;
        citations.Add(new Citation(citations.Count + 1, article, evidence.Span.Of(article.Text), evidence.Span));
        return citations.Count;
    }

    private static string Body(IEnumerable<AnswerSentence> sentences)
    {
        var body = new StringBuilder();
        foreach (var sentence in sentences)
        {
            if (body.Length > 0) body.Append(' ');
            body.Append(sentence.Text).Append(' ').AppendJoin("", sentence.Citations.Select(n => $"[{n}]"));
        }

        return body.ToString();
    }
}
