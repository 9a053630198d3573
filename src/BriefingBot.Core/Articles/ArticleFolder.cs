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
    private readonly Func<string, bool> canRead;
    private readonly string root;
    private readonly string realRoot;
    private readonly List<ArticleFile> files = [];
    private readonly List<ReadProblem> problems = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<(FileSystemInfo Link, string Relative)> links = [];
    private int skipped;
    private bool complete = true;

    private ArticleFolder(string root, Func<string, bool> canRead)
    {
        this.root = root;
        this.canRead = canRead;
        realRoot = RealPath(root);
    }

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
        Walk(new DirectoryInfo(root), "", cancellation);
        while (links.Count > 0)
        {
            // Links wait until everything with a path of its own is listed; those found behind links come next.
            var found = links.OrderBy(l => l.Relative, StringComparer.Ordinal).ToList();
            links.Clear();
            foreach (var (link, relative) in found) Follow(link, relative, cancellation);
        }

        files.Sort((a, b) => string.CompareOrdinal(a.RelativePath, b.RelativePath));
        problems.Sort((a, b) => string.CompareOrdinal(a.File, b.File));
        return new FolderContents(files, problems, skipped, complete);
    }

    private void Walk(DirectoryInfo start, string relativeStart, CancellationToken cancellation)
    {
        var folders = new Stack<(DirectoryInfo Folder, string Relative)>([(start, relativeStart)]);
        while (folders.TryPop(out var next))
        {
            cancellation.ThrowIfCancellationRequested();
            var real = RealPath(next.Folder.FullName);
            if (!seen.Add(real)) continue;
            foreach (var entry in Entries(next.Folder, next.Relative))
            {
                var relative = next.Relative.Length == 0 ? entry.Name : $"{next.Relative}/{entry.Name}";
                var folder = entry as DirectoryInfo;
                if (IsLeftOut(entry, folder is not null)) skipped += folder is null ? 1 : 0;
                else if (entry.LinkTarget is not null) links.Add((entry, relative));
                else if (folder is not null) folders.Push((folder, relative));
                else Add(entry.FullName, relative, Path.Combine(real, entry.Name));
            }
        }
    }

    private bool IsLeftOut(FileSystemInfo entry, bool isFolder)
    {
        if (entry.Name.StartsWith('.') || (OperatingSystem.IsWindows() && entry.Attributes.HasFlag(FileAttributes.Hidden))) return true;
        return !isFolder && (entry.Name.StartsWith("README", StringComparison.OrdinalIgnoreCase) || !canRead(entry.Name));
    }

    private void Add(string fullPath, string relative, string real)
    {
        if (seen.Add(real)) files.Add(new ArticleFile(fullPath, relative));
    }

    private void Follow(FileSystemInfo link, string relative, CancellationToken cancellation)
    {
        string target;
        try
        {
            target = RealPath(link.FullName);
        }
        catch (IOException)
        {
            problems.Add(new ReadProblem(relative, null, "is a link that leads in a circle"));
            return;
        }

        if (!target.StartsWith(realRoot + Path.DirectorySeparatorChar, StringComparison.Ordinal) && target != realRoot)
        {
            problems.Add(new ReadProblem(relative, null, "is a link that leads out of the folder and is not followed; put the file itself there"));
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
            problems.Add(new ReadProblem(relative, null, "is a link to something that is not there"));
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
            complete = false;
            problems.Add(new ReadProblem(relative.Length == 0 ? "." : relative, null, $"is a folder that cannot be listed: {ex.Message}"));
            return [];
        }
    }

    /// <summary>The path with every link on the way resolved, as realpath(3) does.</summary>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    private static string RealPath(string path)
    {
        var pending = new Stack<string>(path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse());
        var real = Path.GetPathRoot(path) ?? "";
        if (pending.TryPeek(out var first) && real.StartsWith(first, StringComparison.Ordinal)) pending.Pop();
        for (var hops = 0; pending.TryPop(out var name);)
        {
            var next = Path.GetFullPath(Path.Combine(real, name));
            if (new FileInfo(next).LinkTarget is not { } link)
            {
                real = next;
                continue;
            }

            // The limit that Linux sets (path_resolution(7)).
            if (++hops > 40) throw new IOException($"Too many links at '{path}'.");
            if (Path.IsPathRooted(link)) real = Path.GetPathRoot(link)!;
            foreach (var part in link.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse()) pending.Push(part);
        }

        return real;
    }
}
