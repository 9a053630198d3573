using System.CommandLine;
using BriefingBot.Articles;
using BriefingBot.CommandLine.Rendering;
using Spectre.Console;

namespace BriefingBot.CommandLine;

/// <summary>Shows one stored article.</summary>
internal sealed class ArticleVerb : Verb
{
    private readonly Argument<string> _id = new("ID") { Description = "The article's id, as 'articles' lists it" };

    public ArticleVerb()
        : base(
            "article",
            "Show a stored article with its text. With --json, a citation's quote is text[start..end] in UTF-16 code units.",
            "article esper-algiers-visit",
            "article esper-algiers-visit --json")
    {
        Add(_id);
        Add(CommonOptions.Json);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var id = session.Arguments.GetRequiredValue(_id);
        var stored = ArticleId.TryParse(id, out var parsed) ? await session.Get<IArticleLibrary>().FindAsync(parsed, cancellation) : null;
        if (stored is null) throw new UsageException($"There is no article '{id}'. List them with 'articles'.");
        if (session.Output.Json) session.Output.Write(ArticleJson.Of(stored), json => json.ArticleJson);
        else Print(session.Output.Result, stored);
        return ExitCode.Done;
    }

    private static void Print(IAnsiConsole console, StoredArticle stored)
    {
        var article = stored.Article;
        console.Line(article.Name(), Styles.Heading);
        console.Line(article.Origin());
        if (article.Author.Length > 0) console.Line($"by {article.Author}");
        if (article.Updated is not null) console.Line($"updated {ArticleNames.Day(article.Updated)}");
        if (article.Url.Length > 0) console.Line(article.Url, Styles.Mark);
        console.Line($"id {article.Id}", Styles.Dim);
        console.WriteLine();
        console.WriteLine(TerminalText.Lines(article.Text));
    }
}
