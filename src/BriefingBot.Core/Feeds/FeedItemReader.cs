using BriefingBot.Articles;
using BriefingBot.Articles.Formats;
using BriefingBot.Feeds.Fetching;
using BriefingBot.Indexing;
using BriefingBot.Passages;

namespace BriefingBot.Feeds;

/// <summary>Turns the items of a feed into articles, with the text of their pages where the feed has only summaries.</summary>
public sealed class FeedItemReader(WebFetcher web, Robots robots, FeedsOptions options)
{
    /// <summary>A text of so many words where feeds have summaries is the whole article.</summary>
    public const int WordsOfFullText = 250;

    /// <summary>Pages read in one fetch of a feed; the others follow with the next.</summary>
    public const int MostPages = 50;

    /// <summary>How often a page that cannot be had for now is asked for.</summary>
    public const int MostPageTries = 3;

    private enum PageState
    {
        NotNeeded,
        Read,
        Refused,
        Failed,
        NoRoom,
    }

    internal async Task<(IReadOnlyList<FetchedItem> Items, IReadOnlyList<ReadProblem> Problems, bool IsComplete)> ReadAsync(
        Feed feed, IReadOnlyList<DeliveredItem> items, KnownItems known, CancellationToken cancellation)
    {
        var reading = new Reading(feed, known, MostPages);
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                await TakeAsync(item, reading, cancellation);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested && e is not OutOfMemoryException)
            {
                reading.Problems.Add(new ReadProblem(feed.Url, item.Item.Line, PlainText.Shortened(e.Message, 200)));
            }
        }

        if (reading.Refused.Count > 0) reading.Problems.Add(new ReadProblem(feed.Url, null, $"{reading.Refused.Count} page(s) could not be read, so that only what the feed says is stored; the first: {reading.Refused[0]}"));
        return (reading.Items, reading.Problems, reading.IsComplete);
    }

    private async Task TakeAsync(DeliveredItem item, Reading reading, CancellationToken cancellation)
    {
        var file = new ArticleFile(reading.Feed.Url, reading.Feed.Url);
        var delivered = item.Item.Deliver(file);
        var hash = ItemHash.Of(PlainText.OneLine(delivered.Title), delivered.Content.Text, item.Link);
        var known = reading.Known.Find(item.ItemId, item.Link);
        if (known is { AwaitsPage: false } && known.Delivered == hash)
        {
            reading.Items.Add(new FetchedItem(known with { ItemId = item.ItemId, Link = item.Link }, null, [], null));
            return;
        }

        var (state, page) = await PageAsync(item, delivered, reading, cancellation);
        var tries = (known?.Delivered == hash ? known.PageTries : 0) + (state == PageState.Failed ? 1 : 0);
        var awaits = state == PageState.NoRoom || (state == PageState.Failed && tries < MostPageTries);
        reading.IsComplete &= !awaits;
        if (known is { FromPage: true } && page is null && state != PageState.NotNeeded)
        {
            // A summary in other words is no reason to lose the whole text.
            reading.Items.Add(new FetchedItem(known with { ItemId = item.ItemId, Link = item.Link, Delivered = hash, AwaitsPage = awaits, PageTries = tries }, null, [], null));
            return;
        }

        var problems = new List<ReadProblem>();
        foreach (var result in Whole(item, delivered, page, reading.Feed, hash).Check(file, item.Item.Line))
        {
            if (result.Article is { } article)
            {
                var stored = ItemHash.Of(article.Title, article.Text);
                reading.Items.Add(new FetchedItem(
                    new KnownItem(article.Id, item.ItemId, item.Link, hash, stored, awaits, tries, page is not null), article, PassageSplitter.Split(article), CopySignature.Of(article)));
            }
            else
            {
                problems.Add(result.Problem!);
            }
        }

        // An item with nothing but a headline is no problem as long as its page may still be read.
        if (!awaits) reading.Problems.AddRange(problems);
    }

    private static DeliveredArticle Whole(DeliveredItem item, DeliveredArticle delivered, ReadablePage? page, Feed feed, UInt128 hash) => delivered with
    {
        Id = null,
        FallbackId = item.Identity(feed.Url, hash).Value,
        Collection = feed.Collection,
        Source = string.IsNullOrWhiteSpace(delivered.Source) ? new Uri(feed.Url).Host : delivered.Source,
        Url = item.Page?.AbsoluteUri,
        Author = delivered.Author ?? page?.Metadata.Author,
        Published = delivered.Published ?? page?.Metadata.Published,
        Language = delivered.Language ?? page?.Metadata.Language,
        Content = page?.Content ?? delivered.Content,
    };

    private async Task<(PageState State, ReadablePage? Page)> PageAsync(DeliveredItem item, DeliveredArticle delivered, Reading reading, CancellationToken cancellation)
    {
        if (!options.FullText || item.Page is null || !item.Item.IsSummary || Words(delivered.Content.Text) >= WordsOfFullText) return (PageState.NotNeeded, null);
        if (reading.PagesLeft == 0) return (PageState.NoRoom, null);
        reading.PagesLeft--;
        switch (await web.GetAsync(item.Page, Wanted.Page, Validators.None, robots.WhyNotAsync, cancellation))
        {
            case FetchResult.Fetched fetched when ReadPage(fetched) is { IsFound: true } page && page.Content.Text.Length > delivered.Content.Text.Length:
                return (PageState.Read, page);
            case FetchResult.Failed { IsTransient: true }:
                return (PageState.Failed, null);
            case FetchResult.Failed failed:
                reading.Refused.Add($"{item.Page.AbsoluteUri} {failed.Reason}");
                return (PageState.Refused, null);
            default:
                return (PageState.Refused, null);
        }
    }

    private static ReadablePage? ReadPage(FetchResult.Fetched fetched)
    {
        try
        {
            return HtmlReader.ReadPage(fetched.Body, fetched.Charset);
        }
        catch (UnreadableFileException)
        {
            // The summary is there all the same.
            return null;
        }
    }

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>One fetch of a feed as far as it is read.</summary>
    private sealed class Reading(Feed feed, KnownItems known, int pages)
    {
        public Feed Feed => feed;

        public KnownItems Known => known;

        public int PagesLeft { get; set; } = pages;

        public List<FetchedItem> Items { get; } = [];

        public List<ReadProblem> Problems { get; } = [];

        public List<string> Refused { get; } = [];

        /// <summary>Whether no page is to be asked for again.</summary>
        public bool IsComplete { get; set; } = true;
    }
}
