using System.Globalization;
using BriefingBot.Retrieval;

namespace BriefingBot.Answering;

/// <summary>The line under every answer that says what was searched.</summary>
public static class ScopeLine
{
    public static string Of(SearchScope scope)
    {
        var newest = scope.Contents.Newest is { } date ? $"newest source {Day(date.Day)}" : "no dated source";
        var undated = scope.Contents.Undated switch { 0 => "", 1 => "; 1 undated article included", var n => $"; {n} undated articles included" };
        var articles = scope.Contents.Articles == 1 ? "1 article" : $"{scope.Contents.Articles.ToString("N0", CultureInfo.InvariantCulture)} articles";
        return $"Searched {Period(scope)}: {articles}; {newest}{undated}.";
    }

    /// <summary>The period and sources in words: "everything up to 7 Oct 2020", "1 Oct 2020 to 7 Oct 2020 in Atlantic Desk".</summary>
    public static string Period(SearchScope scope) => scope.Filter.From is null ? $"everything {UpTo(scope)}" : Days(scope);

    /// <summary>The same behind a noun: "no article up to 7 Oct 2020", "no article from 1 Oct 2020 to 7 Oct 2020".</summary>
    public static string Within(SearchScope scope) => scope.Filter.From is null ? UpTo(scope) : $"from {Days(scope)}";

    internal static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string UpTo(SearchScope scope) => $"up to {Day(Last(scope))}{Sources(scope)}";

    private static string Days(SearchScope scope) =>
        (scope.Filter.From == Last(scope) ? Day(Last(scope)) : $"{Day(scope.Filter.From!.Value)} to {Day(Last(scope))}") + Sources(scope);

    private static DateOnly Last(SearchScope scope) => scope.Filter.To ?? DateOnly.FromDateTime(scope.AsOf.UtcDateTime);

    private static string Sources(SearchScope scope) => scope.Filter.Sources.Count == 0 ? "" : $" in {string.Join(", ", scope.Filter.Sources)}";
}
