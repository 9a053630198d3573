using System.CommandLine;
using System.Globalization;
using BriefingBot.Articles;
using BriefingBot.CommandLine.Rendering;
using Spectre.Console;

namespace BriefingBot.CommandLine;

/// <summary>Lists what is stored.</summary>
internal sealed class ArticlesVerb : Verb
{
    private readonly Option<string[]> _sources = new("--source") { Description = "Only this outlet; may be given several times", HelpName = "NAME" };

    public ArticlesVerb()
        : base("articles", "List the stored articles, newest first: day, id, title, outlet. \"~\" marks an inferred day.", "articles", "articles --source \"Atlantic Desk\" --json")
    {
        Add(_sources);
        Add(CommonOptions.Json);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var sources = session.Arguments.GetValue(_sources) ?? [];
        var articles = session.Get<IArticleLibrary>().ListAsync(cancellation)
            .Where(a => sources.Length == 0 || sources.Contains(a.Article.Source, StringComparer.OrdinalIgnoreCase));
        if (session.Output.Json)
        {
            session.Output.Write<IReadOnlyList<ArticleSummaryJson>>(
                await articles.Select(ArticleSummaryJson.Of).ToListAsync(cancellation), json => json.IReadOnlyListArticleSummaryJson);
        }
        else
        {
            await foreach (var article in articles) session.Output.Result.WriteLine(Describe(article.Article));
        }

        return ExitCode.Done;
    }

    private static string Describe(Article article)
    {
        var day = article.Published?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated";
        string[] columns = [article.Id.Value, article.Title, article.Source.Length > 0 ? $"({article.Source})" : ""];
        return $"{day}{(article.Published is { Inferred: true } ? '~' : ' ')}".PadRight(12) + string.Join("  ", columns.Select(TerminalText.OneLine)).TrimEnd();
    }
}
