namespace BriefingBot.Indexing;

/// <summary>Signals when something changes below a root. Says nothing about a root that is missing: rescans find it later.</summary>
public sealed class FolderEvents : IDisposable
{
    private readonly FileSystemWatcher? _watcher;

    /// <param name="root">A folder, or a single file.</param>
    /// <param name="changed">Called on the watcher's thread.</param>
    public FolderEvents(string root, Action changed)
    {
        var isFolder = Directory.Exists(root);
        var folder = isFolder ? root : Path.GetDirectoryName(root);
        if (folder is null || !Directory.Exists(folder)) return;

        _watcher = isFolder ? new FileSystemWatcher(folder) : new FileSystemWatcher(folder, Path.GetFileName(root));
        _watcher.IncludeSubdirectories = isFolder;
        _watcher.NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size;
        _watcher.Created += (_, _) => changed();
        _watcher.Changed += (_, _) => changed();
        _watcher.Deleted += (_, _) => changed();
        _watcher.Renamed += (_, _) => changed();

        // Its buffer ran over: what changed is unknown, but something did.
        _watcher.Error += (_, _) => changed();
        _watcher.EnableRaisingEvents = true;
    }

    public void Dispose() => _watcher?.Dispose();
}
