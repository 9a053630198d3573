namespace BriefingBot.Articles;

/// <summary>What an indexed root holds.</summary>
/// <param name="Files">The files to read, in ordinal order of their paths.</param>
/// <param name="Problems">Files and folders that cannot be read, in the same order.</param>
/// <param name="Skipped">Files left out on purpose: hidden, <c>README*</c>, or of a kind that is not read.</param>
/// <param name="Complete">
/// False when a folder could not be listed. Articles missing from an incomplete listing are not gone, only out of sight.
/// </param>
public sealed record FolderContents(IReadOnlyList<ArticleFile> Files, IReadOnlyList<ReadProblem> Problems, int Skipped, bool Complete);

/// <summary>
/// Finds the article files below a root. Links are followed only to places inside the root, and each place is
/// listed once, by its own path where it has a visible one, so that loops end.
/// </summary>
public sealed class ArticleFolder
{
    private readonly Func<string, bool> _canRead;
    private readonly string _root;
    private readonly string _realRoot;
    private readonly List<ArticleFile> _files = [];
    private readonly List<ReadProblem> _problems = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<(FileSystemInfo Link, string Relative)> _links = [];
    private int _skipped;
    private bool _complete = true;

    private ArticleFolder(string root, Func<string, bool> canRead) =>
        (_root, _realRoot, _canRead) = (root, RealPath.Of(root), canRead);

    /// <summary>Lists a folder and all below it, or a single file, which is taken whatever its name.</summary>
    /// <exception cref="DirectoryNotFoundException">There is nothing at <paramref name="root"/>.</exception>
    public static FolderContents List(string root, ArticleReaders readers, CancellationToken cancellation)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        if (File.Exists(path)) return new([new ArticleFile(path, Path.GetFileName(path))], [], 0, Complete: true);
        if (!Directory.Exists(path)) throw new DirectoryNotFoundException($"There is no file or folder '{root}'.");
        return new ArticleFolder(path, readers.CanRead).List(cancellation);
    }

    private FolderContents List(CancellationToken cancellation)
    {
        Walk(new DirectoryInfo(_root), "", cancellation);
        while (_links.Count > 0)
        {
            // Links wait until everything with a path of its own is listed; those found behind links come next.
            var found = _links.OrderBy(l => l.Relative, StringComparer.Ordinal).ToList();
            _links.Clear();
            foreach (var (link, relative) in found) Follow(link, relative, cancellation);
        }

        _files.Sort((a, b) => string.CompareOrdinal(a.RelativePath, b.RelativePath));
        _problems.Sort((a, b) => string.CompareOrdinal(a.File, b.File));
        return new FolderContents(_files, _problems, _skipped, _complete);
    }

    private void Walk(DirectoryInfo start, string relativeStart, CancellationToken cancellation)
    {
        var folders = new Stack<(DirectoryInfo Folder, string Relative)>([(start, relativeStart)]);
        while (folders.TryPop(out var next))
        {
            cancellation.ThrowIfCancellationRequested();
            var real = RealPath.Of(next.Folder.FullName);
            if (!_seen.Add(real)) continue;
            foreach (var entry in Entries(next.Folder, next.Relative))
            {
                var relative = next.Relative.Length == 0 ? entry.Name : $"{next.Relative}/{entry.Name}";
                var folder = entry as DirectoryInfo;
                if (IsLeftOut(entry, folder is not null)) _skipped += folder is null ? 1 : 0;
                else if (entry.LinkTarget is not null) _links.Add((entry, relative));
                else if (folder is not null) folders.Push((folder, relative));
                else Add(entry.FullName, relative, Path.Combine(real, entry.Name));
            }
        }
    }

    private bool IsLeftOut(FileSystemInfo entry, bool isFolder)
    {
        if (entry.Name.StartsWith('.') || (OperatingSystem.IsWindows() && entry.Attributes.HasFlag(FileAttributes.Hidden))) return true;
        return !isFolder && (entry.Name.StartsWith("README", StringComparison.OrdinalIgnoreCase) || !_canRead(entry.Name));
    }

    private void Add(string fullPath, string relative, string real)
    {
        if (_seen.Add(real)) _files.Add(new ArticleFile(fullPath, relative));
    }

    private void Follow(FileSystemInfo link, string relative, CancellationToken cancellation)
    {
        string target;
        try
        {
            target = RealPath.Of(link.FullName);
        }
        catch (IOException)
        {
            _problems.Add(new ReadProblem(relative, null, "is a link that leads in a circle"));
            return;
        }

        if (!target.StartsWith(_realRoot + Path.DirectorySeparatorChar, StringComparison.Ordinal) && target != _realRoot)
        {
            _problems.Add(new ReadProblem(relative, null, "is a link that leads out of the folder and is not followed; put the file itself there"));
        }
        else if (Directory.Exists(target))
        {
            Walk(new DirectoryInfo(link.FullName), relative, cancellation);
        }
        else if (File.Exists(target))
        {
            Add(link.FullName, relative, target);
        }
        else
        {
            _problems.Add(new ReadProblem(relative, null, "is a link to something that is not there"));
        }
    }

    private List<FileSystemInfo> Entries(DirectoryInfo folder, string relative)
    {
        try
        {
            return [.. folder.EnumerateFileSystemInfos("*", new EnumerationOptions { IgnoreInaccessible = false, AttributesToSkip = 0 })];
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            _complete = false;
            _problems.Add(new ReadProblem(relative.Length == 0 ? "." : relative, null, $"is a folder that cannot be listed: {ex.Message}"));
            return [];
        }
    }
}
