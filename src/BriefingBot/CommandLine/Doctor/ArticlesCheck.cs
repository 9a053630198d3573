using System.Globalization;
using BriefingBot.Articles;
using BriefingBot.CommandLine.Rendering;
using BriefingBot.Indexing;

namespace BriefingBot.CommandLine.Doctor;

/// <summary>Looks at what is indexed and where it came from.</summary>
internal static class ArticlesCheck
{
    public static IEnumerable<Finding> Roots(IArticleStore store) => store.Roots().Select(root => Path.Exists(root)
        ? Finding.Good("Indexed folder", root)
        : Finding.Problem(
            "Indexed folder", $"{root} is not there any more; its articles are kept as they were.", "Bring it back, or index the place it was moved to with 'index PATH'.", ExitCode.Problems));

    public static async Task<Finding> ContentsAsync(IArticleLibrary library, CancellationToken cancellation)
    {
        const string check = "Articles";
        var held = await library.DescribeAsync(ArticleFilter.Everything, cancellation);
        if (held.Articles == 0) return Finding.Notice(check, "None are stored.", "Index a folder that holds articles: 'index PATH'.");
        var outlets = held.Sources.Count(s => s.Source.Length > 0);
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"{held.Articles:N0} from {outlets:N0} outlets, newest {ArticleNames.Day(held.Newest)}, {held.Undated:N0} undated.");
        return held.Undated * 2 > held.Articles
            ? Finding.Notice(check, message, "Most have no date, so periods and recency mean little; give them a 'published' date.")
            : Finding.Good(check, message);
    }
}
