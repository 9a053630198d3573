using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Answering;

/// <summary>Says why there is no answer and what could be asked instead. Near misses are named as such, never cited.</summary>
internal static class AbstentionText
{
    public static string Of(AnswerStatus status, RetrievalResult found, IReadOnlyList<Article> nearest, IReadOnlyList<Article> wider) => status switch
    {
        AnswerStatus.ScopeEmpty when wider.Count > 0 =>
            $"Not found: {ScopeLine.Period(found.Scope)} holds nothing on this. Outside of it there is, for example {Name(wider[0])}. Ask again with a wider period or source.",
        AnswerStatus.ScopeEmpty =>
            $"Not found: there is no dated article {ScopeLine.Within(found.Scope)}. Ask again with a wider period or source.",
        AnswerStatus.OffTopic =>
            $"Not found: articles share some words with this question, but none is about it. The nearest is {Name(nearest[0])}.",
        _ when found.Subject.IsVague => "Not found: the question does not say what or whom it is about. Name a person, a place or a topic.",
        _ => $"Not found: no article {ScopeLine.Within(found.Scope)} mentions this.",
    };

    private static string Name(Article article)
    {
        var title = article.Title.Length > 0 ? $"“{article.Title}”" : article.Id.Value;
        var origin = string.Join(", ", new[] { article.Source, article.Published is { } date ? ScopeLine.Day(date.Day) : "undated" }.Where(s => s.Length > 0));
        return $"{title} ({origin})";
    }
}
