using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Chat.Uploads;

/// <summary>A turn of writing that takes uploads up; provided by whoever has the data folder's lock.</summary>
/// <returns>What became of each, in their order.</returns>
public delegate Task<IReadOnlyList<TakenUpload>> TakeUploadsUp(IReadOnlyList<StagedUpload> uploads, CancellationToken cancellation);

/// <summary>
/// Puts staged uploads into their folder and indexes them, as a part of a turn of writing. It may be cut short and done again:
/// a file is named by its content or link, so that it is there once however often it is put there.
/// </summary>
public sealed class UploadIntake(UploadFolder folder, IArticleStore store, IndexingPipeline pipeline)
{
    public async Task<IReadOnlyList<TakenUpload>> TakeAsync(IReadOnlyList<StagedUpload> uploads, CancellationToken cancellation)
    {
        var refused = new Dictionary<StagedUpload, string>();
        foreach (var upload in uploads)
        {
            if (Place(upload) is { } refusal) refused[upload] = refusal;
        }

        var report = await pipeline.RunAsync([folder.Root], IndexingMode.Quick, null, cancellation);
        var versions = store.Versions();
        return [.. uploads.Select(upload => refused.TryGetValue(upload, out var reason) ? new TakenUpload(upload, reason) : Taken(upload, versions, report))];
    }

    /// <summary>Null when it is in its place. What it supersedes goes afterwards, so that nothing is lost in between.</summary>
    private string? Place(StagedUpload upload)
    {
        var ids = upload.Articles.Select(a => a.Id).ToHashSet();
        var versions = store.Versions();
        var held = versions.Where(v => ids.Contains(v.Key) && v.Value.Location != LocationOf(upload)).ToList();
        var holders = held.Select(v => v.Value.Location).ToHashSet();
        if (!holders.All(h => IsSuperseded(h, upload, ids, versions)))
        {
            File.Delete(upload.StagedAt);
            return held.Count == 1 && ids.Count == 1 ? $"has the id “{held[0].Key}”, which another article has already"
                : $"has {held.Count} ids that other articles have already, such as “{held[0].Key}”";
        }

        folder.Place(upload);
        foreach (var holder in holders) folder.Remove(holder.File);
        return null;
    }

    /// <summary>A newer edition of an upload: all that is in the old one is in this one, too. Nothing of another collection is ever replaced.</summary>
    private bool IsSuperseded(FileLocation holder, StagedUpload upload, HashSet<ArticleId> ids, IReadOnlyDictionary<ArticleId, StoredVersion> versions) =>
        holder.Root == folder.Root && holder.File.StartsWith($"{upload.Collection}/", StringComparison.Ordinal)
        && versions.Where(v => v.Value.Location == holder).All(v => ids.Contains(v.Key));

    private TakenUpload Taken(StagedUpload upload, IReadOnlyDictionary<ArticleId, StoredVersion> versions, IndexingReport report)
    {
        List<ReadProblem> problems = [.. report.Problems.Where(p => p.File == upload.File)];
        List<Article> articles = [.. upload.Articles.DistinctBy(a => a.Id).Where(a => versions.TryGetValue(a.Id, out var version) && version.Location == LocationOf(upload))];
        if (articles.Count > 0) return new TakenUpload(upload with { Articles = articles, Problems = problems.Count > 0 ? problems : upload.Problems });
        folder.Remove(upload.File);
        // Problems of the whole folder name paths, which are nobody's business in a chat.
        return new TakenUpload(upload, problems.Count > 0 ? problems[0].Reason : "could not be indexed; whoever runs me finds out more with 'index'");
    }

    private FileLocation LocationOf(StagedUpload upload) => new(folder.Root, upload.File);
}
