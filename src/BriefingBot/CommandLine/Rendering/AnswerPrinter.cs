using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Quotes;
using Spectre.Console;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>An answer for people.</summary>
internal static class AnswerPrinter
{
    public static void Print(this IAnsiConsole console, Answer answer)
    {
        if (answer.Status == AnswerStatus.Answered) PrintSentences(console, answer);
        else console.Line(answer.Text);

        PrintArticles(console, "Outside of the period or sources asked for:", answer.Wider);
        PrintArticles(console, "Nearest articles (not sources):", answer.Nearest);
        if (answer.Scope is null) return;
        console.WriteLine();
        console.Line($"{WriterLine.Of(answer)} {ScopeLine.Of(answer.Scope)}".TrimStart(), Styles.Dim);
    }

    private static void PrintSentences(IAnsiConsole console, Answer answer)
    {
        foreach (var sentence in answer.Sentences)
        {
            console.Line($"{sentence.Text} {string.Concat(sentence.Citations.Select(n => $"[{n}]"))}");
            console.Line(sentence.Sources == 1 ? "single source" : $"{sentence.Sources} independent sources", Styles.Dim, indent: 2);
        }

        console.Heading("Sources");
        foreach (var citation in answer.Citations) PrintCitation(console, citation);
    }

    private static void PrintCitation(IAnsiConsole console, Citation citation)
    {
        console.Line($"[{citation.Number}] {citation.Article.Name()}, {citation.Article.Origin()}");
        if (citation.Article.Url.Length > 0) console.Line(citation.Article.Url, Styles.Mark, indent: 4);
        console.Line(QuotedText.InMarks(citation.Quote), Styles.Dim, indent: 4);
    }

    private static void PrintArticles(IAnsiConsole console, string heading, IReadOnlyList<Article> articles)
    {
        if (articles.Count == 0) return;
        console.Heading(heading);
        foreach (var article in articles)
        {
            console.Line($"{article.Name()}, {article.Origin()}", indent: 2);
            if (article.Url.Length > 0) console.Line(article.Url, Styles.Mark, indent: 4);
        }
    }
}
