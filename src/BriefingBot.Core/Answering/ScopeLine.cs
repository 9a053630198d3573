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

    /// <summary>The period and sources in words.</summary>
    public static string Period(SearchScope scope)
    {
        var asOf = DateOnly.FromDateTime(scope.AsOf.UtcDateTime);
        var period = (scope.Filter.From, scope.Filter.To) switch
        {
            (null, null) => $"everything up to {Day(asOf)}",
            (null, { } to) => $"everything up to {Day(to)}",
            ({ } from, { } to) when from == to => Day(from),
            ({ } from, { } to) => $"{Day(from)} to {Day(to)}",
            ({ } from, null) => $"{Day(from)} to {Day(asOf)}",
        };
        return scope.Filter.Sources.Count == 0 ? period : $"{period} in {string.Join(", ", scope.Filter.Sources)}";
    }

    internal static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
