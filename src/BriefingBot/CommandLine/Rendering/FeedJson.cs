using System.Globalization;
using BriefingBot.Feeds;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>A subscribed feed for programs.</summary>
/// <param name="Fetched">The last fetch that went well.</param>
/// <param name="Due">The next fetch of the service.</param>
/// <param name="Failures">Fetches in a row that failed.</param>
/// <param name="Error">Why the last one did; empty when it went well.</param>
internal sealed record FeedJson(
    string Url, string Title, string Collection, int Articles, DateTimeOffset Added, DateTimeOffset? Fetched, DateTimeOffset Due, int Failures, string Error)
{
    public static FeedJson Of(Feed feed) => new(feed.Url, feed.Title, feed.Collection, feed.Articles, feed.Added, feed.Fetched, feed.Due, feed.Failures, feed.Error);

    /// <summary>The same in a line for people.</summary>
    public string Summary() => string.Create(
        CultureInfo.InvariantCulture, $"{(Title.Length > 0 ? $"{Title}; " : "")}{Articles} articles in {Collection}; fetched {Time(Fetched)}, next {Time(Due)}");

    public string Failure() => string.Create(CultureInfo.InvariantCulture, $"failed {Failures}×: {Error}");

    private static string Time(DateTimeOffset? time) => time is { } at ? at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : "never";
}

/// <summary>A new subscription, with the articles it brought.</summary>
internal sealed record SubscribedJson(FeedJson Feed, int Added, IReadOnlyList<ProblemJson> Problems);

internal sealed record UnsubscribedJson(string Url, int Withdrawn);
