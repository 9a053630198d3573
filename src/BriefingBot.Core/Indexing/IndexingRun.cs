using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>
/// What one run has seen, and what follows from it for each article: nothing, a change, a problem. Withdraws what
/// was not seen, except from files that had problems: those keep their last good versions.
/// </summary>
internal sealed class IndexingRun(
    RootScan scan, IndexingMode mode, IReadOnlyDictionary<ArticleId, StoredVersion> versions, IReadOnlyDictionary<FileLocation, FileStamp> stamps)
{
    private readonly ILookup<FileLocation, ArticleId> _skippable =
        versions.Where(_ => mode == IndexingMode.Quick).ToLookup(v => v.Value.Location, v => v.Key);

    private readonly Dictionary<ArticleId, (FileLocation Location, int Line)> _seen = [];
    private readonly List<(FileLocation Location, ReadProblem Problem)> _problems = [.. scan.Problems];
    private readonly Dictionary<string, bool> _foreignRoots = [];
    private readonly HashSet<FileLocation> _broken = [.. scan.Problems.Select(p => p.Location)];
    private readonly HashSet<FileLocation> _duplicated = [];
    private int _added, _changed, _unchanged, _withdrawn, _passages;

    public int ProblemCount => _problems.Count;

    /// <summary>Whether a quick refresh may take the file's articles as they are stored.</summary>
    public bool Skips(SourceFile file) =>
        mode == IndexingMode.Quick && file.Stamp is { } now && stamps.TryGetValue(file.Location, out var before) && before == now;

    /// <summary>Safe to call from several threads.</summary>
    public PreparedArticle Prepare(SourceFile file, ReadResult read) => PreparedArticle.Of(file, read, versions);

    /// <summary>Takes one article or problem of a file; what has to be stored for it goes into <paramref name="batch"/>.</summary>
    public void Take(SourceFile file, PreparedArticle prepared, ChangeBatch batch, DateTimeOffset now)
    {
        if (prepared.Read.Article is not { } article)
        {
            _problems.Add((file.Location, prepared.Read.Problem!));
            _broken.Add(file.Location);
        }
        else if (See(article.Id, file.Location, prepared.Read.Line))
        {
            var known = versions.TryGetValue(article.Id, out var stored);
            if (known && stored.Hash == prepared.Hash)
            {
                _unchanged++;
                if (stored.Location != file.Location) batch.Relocate(article.Id, file.Location);
                return;
            }

            if (known) _changed++;
            else _added++;
            _passages += prepared.Passages.Count;
            var version = new NewVersion(article, prepared.Hash, file.Location, prepared.Passages, prepared.Signature!, now);
            batch.Put(version, known ? stored.Key : null);
        }
    }

    /// <summary>After a file's last article: remembers how it looked, if all of it could be taken.</summary>
    public void Finish(SourceFile file, ChangeBatch batch)
    {
        if (Skips(file)) _unchanged += _skippable[file.Location].Count(id => See(id, file.Location, line: null));
        FileStamp? now = _broken.Contains(file.Location) || _duplicated.Contains(file.Location) ? null : file.Stamp;
        FileStamp? before = stamps.TryGetValue(file.Location, out var stamp) ? stamp : null;
        if (now != before) batch.SetStamp(file.Location, now);
    }

    /// <summary>After the last file: withdraws what is gone.</summary>
    public void WithdrawGone(ChangeBatch batch)
    {
        var roots = scan.Roots.Concat(scan.Absorbed).ToHashSet();
        var kept = new Dictionary<FileLocation, int>();
        foreach (var (id, version) in versions.OrderBy(v => v.Value.Key))
        {
            if (_seen.ContainsKey(id) || !roots.Contains(version.Location.Root)) continue;
            if (BrokenPart(version.Location) is { } broken)
            {
                kept[broken] = kept.GetValueOrDefault(broken) + 1;
                continue;
            }

            _withdrawn++;
            batch.Withdraw(id, version.Key);
        }

        SayWhatIsKept(kept);
        var listed = scan.Files.Select(f => f.Location).ToHashSet();
        foreach (var gone in stamps.Keys.Where(s => roots.Contains(s.Root) && !listed.Contains(s))) batch.SetStamp(gone, null);
    }

    public IndexingReport Report(int copyGroups, TimeSpan elapsed) =>
        new(_added, _changed, _unchanged, _withdrawn, _passages, copyGroups, [.. _problems.Select(p => p.Problem)], elapsed);

    private bool See(ArticleId id, FileLocation location, int? line)
    {
        var first = _seen.TryGetValue(id, out var seen) ? Describe(seen.Location, seen.Line, location)
            : versions.TryGetValue(id, out var stored) && BelongsElsewhere(stored.Location.Root) ? stored.Location.ToString()
            : null;
        if (first is null)
        {
            _seen.Add(id, (location, line ?? 1));
            return true;
        }

        _duplicated.Add(location);
        _problems.Add((location, new ReadProblem(location.File, line, $"id '{id}' is already used by {first}; this one is left out")));
        return false;
    }

    private static string Describe(FileLocation location, int line, FileLocation from) =>
        $"{(location.Root == from.Root ? location.File : location.ToString())}:{line}";

    /// <summary>An article of another root stays there, unless that root is gone: then its files have moved here.</summary>
    private bool BelongsElsewhere(string root)
    {
        if (_foreignRoots.TryGetValue(root, out var elsewhere)) return elsewhere;
        elsewhere = !scan.Roots.Contains(root) && !scan.Absorbed.Contains(root) && Path.Exists(root);
        return _foreignRoots[root] = elsewhere;
    }

    /// <summary>The file with problems, or the folder that could not be listed, in which a location lies.</summary>
    private FileLocation? BrokenPart(FileLocation location)
    {
        if (_broken.Count == 0) return null;
        for (var length = location.File.Length; length > 0; length = location.File.LastIndexOf('/', length - 1))
        {
            var part = location with { File = location.File[..length] };
            if (_broken.Contains(part)) return part;
        }

        return null;
    }

    private void SayWhatIsKept(Dictionary<FileLocation, int> kept)
    {
        foreach (var (broken, count) in kept)
        {
            var at = _problems.FindIndex(p => p.Location == broken);
            var (location, problem) = _problems[at];
            var articles = count == 1 ? "1 article that was read from it earlier is kept" : $"{count} articles that were read from it earlier are kept";
            _problems[at] = (location, problem with { Reason = $"{problem.Reason} ({articles})" });
        }
    }
}
