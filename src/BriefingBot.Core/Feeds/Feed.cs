using BriefingBot.Articles;
using BriefingBot.Feeds.Fetching;

namespace BriefingBot.Feeds;

/// <summary>A subscribed feed and how its fetches went.</summary>
public sealed record Feed
{
    /// <summary>The address as it was subscribed to; also the root of its articles.</summary>
    public required string Url { get; init; }

    /// <summary>The collection of its articles.</summary>
    public string Collection { get; init; } = Article.DefaultCollection;

    /// <summary>What the feed calls itself; foreign text.</summary>
    public string Title { get; init; } = "";

    public required DateTimeOffset Added { get; init; }

    /// <summary>When it is fetched next.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>The time before which its server asked not to be asked again, even if a person wants to.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>The last fetch that went well.</summary>
    public DateTimeOffset? Fetched { get; init; }

    public Validators Validators { get; init; } = Validators.None;

    /// <summary>How long the feed asks not to be fetched again; 0 when it says nothing.</summary>
    public int MinutesToLive { get; init; }

    /// <summary>Fetches in a row that failed.</summary>
    public int Failures { get; init; }

    /// <summary>Why the last fetch failed; empty when it went well.</summary>
    public string Error { get; init; } = "";

    /// <summary>Articles that came from it so far.</summary>
    public int Articles { get; init; }

    /// <summary>Whether its server lets a person ask now.</summary>
    public bool MayBeAsked(DateTimeOffset now) => HeldUntil is not { } held || held <= now;
}
