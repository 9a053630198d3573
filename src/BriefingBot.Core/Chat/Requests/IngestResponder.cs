using BriefingBot.Articles;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Uploads;
using BriefingBot.Feeds;

namespace BriefingBot.Chat.Requests;

/// <summary>
/// Takes in what an administrator drops into a channel that takes articles: fetch, read, put into the folder of uploads, index,
/// say what became of it. Unlike all other composing it has an effect, but the same one at every attempt: files are named by
/// their content or link, and what came with this message is told from what was there before by when it was stored. So a process
/// that dies before the reply is stored leaves nothing that another attempt would add to or tell differently.
/// </summary>
public sealed class IngestResponder(
    UploadFetcher fetcher, UploadFolder folder, IEnumerable<IIngestPlatform> platforms, ChannelViews views, IArticleLibrary library, UploadsOptions options, TimeProvider time)
{
    /// <summary>For fetching all of a message's items; what is not there by then is left out.</summary>
    private static readonly TimeSpan FetchWithin = TimeSpan.FromSeconds(30);

    /// <summary>Items fetched at a time: each may be large.</summary>
    private const int AtOnce = 3;

    /// <summary>Takes staged uploads up; set it before the first message.</summary>
    public TakeUploadsUp TakeUp { get; set; } = (_, _) => throw new InvalidOperationException("Nobody takes uploads up.");

    public async ValueTask<ComposedReply> RespondAsync(IncomingMessage message, IngestRequest request, CancellationToken cancellation)
    {
        var view = await views.OfAsync(message.Place, cancellation);
        var collection = view.Settings.Ingest;
        if (platforms.FirstOrDefault(p => p.Name == message.Place.Platform) is not { } platform || !await platform.IsAdministratorAsync(message, cancellation))
        {
            return Tell("Only administrators can add articles.");
        }

        if (collection.Length == 0) return Tell("This channel takes no articles. Its settings can name a collection for them: ingest.");

        var attempts = await StageAsync(message, [.. request.Items.Take(options.MaxPerMessage)], collection, platform, cancellation);
        var staged = attempts.Select(a => a.Staged).OfType<StagedUpload>().ToList();
        var taken = new Queue<TakenUpload>(staged.Count > 0 ? await TakeUp(staged, cancellation) : []);
        var isAdded = taken.Any(t => t.Reason.Length == 0);
        var lines = new List<ListLine>();
        foreach (var (item, upload, reason) in attempts)
        {
            var outcome = upload is null ? null : taken.Dequeue();
            var refusal = outcome?.Reason ?? reason;
            lines.Add(new ListLine(UploadReport.Name(item), refusal.Length > 0 ? UploadReport.Refused(refusal) : await ReportAsync(outcome!.Upload, message, view, cancellation)));
        }

        IEnumerable<ReplyPart> left = request.Items.Count > options.MaxPerMessage
            ? [new NoticePart($"{request.Items.Count - options.MaxPerMessage} more were left out: I read {options.MaxPerMessage} of one message. Send the others in another.")] : [];
        return new ComposedReply(ChatReply.Of(false, [new ListPart(isAdded ? $"In the collection “{collection}”:" : "Nothing was indexed:", lines), .. left]));
    }

    private async Task<(IngestItem Item, StagedUpload? Staged, string Reason)[]> StageAsync(
        IncomingMessage message, IReadOnlyList<IngestItem> items, string collection, IIngestPlatform platform, CancellationToken cancellation)
    {
        var attempts = new (IngestItem, StagedUpload?, string)[items.Count];
        using var limit = new CancellationTokenSource(FetchWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        await Parallel.ForAsync(0, items.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (i, _) =>
        {
            var item = items[i];
            try
            {
                var fetched = await fetcher.FetchAsync(item, platform, either.Token);
                var identity = item.IsAttachment ? null : ItemLink.Normalise(new Uri(item.Address));
                attempts[i] = (item, folder.Stage(ReplyDelivery.KeyOf(message, i), collection, UploadReport.FileName(item), identity, fetched, cancellation), "");
            }
            catch (UploadRefusedException e)
            {
                attempts[i] = (item, null, e.Message);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                attempts[i] = (item, null, $"did not come within {FetchWithin.TotalSeconds:0} seconds");
            }
        });
        return attempts;
    }

    private async ValueTask<string> ReportAsync(StagedUpload upload, IncomingMessage message, ChannelView view, CancellationToken cancellation)
    {
        var stored = new List<StoredArticle>();
        foreach (var article in upload.Articles)
        {
            if (await library.FindAsync(article.Id, cancellation) is { } found) stored.Add(found);
        }

        // Many articles are not told one by one, and neither is what each of them is like.
        var original = stored is [{ } only] ? await OriginalAsync(only, view, cancellation) : null;
        return UploadReport.Taken(upload, stored.All(a => a.Ingested < message.ReceivedAt), original);
    }

    /// <summary>The article that this is a near-copy of, if that may be seen here.</summary>
    private async ValueTask<Article?> OriginalAsync(StoredArticle article, ChannelView view, CancellationToken cancellation) =>
        article.CopyGroup == article.Key ? null
        : (await library.LoadAsync([article.CopyGroup], cancellation)).Select(a => a.Article).FirstOrDefault(a => a.Id != article.Article.Id && view.Access.Admits(a));

    private static ComposedReply Tell(string text) => new(ChatReply.Of(false, new ErrorPart(text)));
}
