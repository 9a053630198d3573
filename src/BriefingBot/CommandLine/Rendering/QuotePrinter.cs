using BriefingBot.Answering;
using BriefingBot.Quotes;
using Spectre.Console;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>Quotes for people.</summary>
internal static class QuotePrinter
{
    public static void Print(this IAnsiConsole console, QuoteResult found)
    {
        if (found.Quotes.Count == 0) console.Line("Not found: the articles quote nobody on this.");
        foreach (var quote in found.Quotes) PrintQuote(console, quote);
        console.WriteLine();
        console.Line(ScopeLine.Of(found.Scope), Styles.Dim);
    }

    private static void PrintQuote(IAnsiConsole console, FoundQuote found)
    {
        var (quotation, article) = (found.Quotation, found.Article);
        console.Line($"“{quotation.Text}”", Styles.Heading);
        console.Line(quotation.Direct ? Speaker(quotation) : "the article's own words, nobody's speech", indent: 2);
        console.Line($"{article.Name()}, {article.Origin()}", Styles.Dim, indent: 2);
        if (article.Url.Length > 0) console.Line(article.Url, Styles.Mark, indent: 2);
    }

    private static string Speaker(Quotation quotation) => (quotation.Speaker, quotation.Role) switch
    {
        (null, _) => "speaker not named clearly",
        ({ } speaker, null) => speaker,
        ({ } speaker, { } role) => $"{speaker}, {role}",
    };
}
