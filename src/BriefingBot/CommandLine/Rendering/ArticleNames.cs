using System.Globalization;
using BriefingBot.Articles;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>How articles are named to people.</summary>
internal static class ArticleNames
{
    /// <summary>Title, or the id when there is none.</summary>
    public static string Name(this Article article) => article.Title.Length > 0 ? article.Title : article.Id.Value;

    /// <summary>Outlet and day: "The National, 1 Oct 2020 (date inferred)".</summary>
    public static string Origin(this Article article) =>
        article.Source.Length > 0 ? $"{article.Source}, {Day(article.Published)}" : Day(article.Published);

    public static string Day(ArticleDate? date) => date is null
        ? "undated"
        : date.Day.ToString("d MMM yyyy", CultureInfo.InvariantCulture) + (date.Inferred ? " (date inferred)" : "");
}
