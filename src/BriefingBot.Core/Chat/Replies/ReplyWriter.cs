using System.Globalization;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Quotes;

namespace BriefingBot.Chat.Replies;

/// <summary>Puts the engine's results into the parts of a reply.</summary>
internal static class ReplyWriter
{
    public static IEnumerable<ReplyPart> Parts(Answer answer)
    {
        if (answer.Status == AnswerStatus.Answered)
        {
            yield return new SentencesPart([.. answer.Sentences.Select(s => new CitedSentence(s.Text, s.Citations, s.Sources))]);
            yield return new SourcesPart([.. answer.Citations.Select(c => Card(c.Article, c.Number, c.Quote))]);
        }
        else
        {
            yield return new AbstentionPart(answer.Text, [.. NextSteps(answer)], Cards(answer.Wider), Cards(answer.Nearest));
        }

        if (answer.Scope is { } scope) yield return new ScopePart($"{WriterLine.Of(answer)} {ScopeLine.Of(scope)}".TrimStart());
    }

    public static SourceCard Card(Article article, int number = 0, string quote = "") =>
        new(number, article.Title.Length > 0 ? article.Title : article.Id.Value, article.Source, Day(article.Published), article.Url, quote);

    public static QuoteCard Quote(Article article, Quotation quotation, int number = 0) => new(quotation.Text, Speaker(quotation), Card(article, number));

    public static string Speaker(Quotation quotation) =>
        string.Join(", ", new[] { quotation.Speaker, quotation.Role }.Where(s => !string.IsNullOrEmpty(s)));

    public static string Day(ArticleDate? date) => date switch
    {
        null => "undated",
        { Inferred: true } => $"{Day(date.Day)} (inferred)",
        _ => Day(date.Day),
    };

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static SourceCard[] Cards(IReadOnlyList<Article> articles) => [.. articles.Select(a => Card(a))];

    private static IEnumerable<string> NextSteps(Answer answer)
    {
        if (answer.Status == AnswerStatus.Help) yield break;
        if (answer.Status == AnswerStatus.ScopeEmpty) yield return "Widen the period, or leave the source out.";
        if (answer.Nearest.Count > 0) yield return "Name what the nearest articles are about, if you meant that.";
        yield return "Ask in other words: the search goes by the words of the articles.";
        yield return "See what is indexed with the command “sources”.";
    }
}
