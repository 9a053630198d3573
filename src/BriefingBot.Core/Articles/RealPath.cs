namespace BriefingBot.Articles;

/// <summary>The path with every link on the way resolved, as realpath(3) does.</summary>
internal static class RealPath
{
    /// <summary>The limit that Linux sets (path_resolution(7)).</summary>
    private const int MaxLinks = 40;

    /// <exception cref="IOException">The links lead in a circle.</exception>
    public static string Of(string path)
    {
        var pending = new Stack<string>(Parts(path));
        var real = Path.GetPathRoot(path) ?? "";
        if (pending.TryPeek(out var first) && real.StartsWith(first, StringComparison.Ordinal)) pending.Pop();
        for (var links = 0; pending.TryPop(out var name);)
        {
            var next = Path.GetFullPath(Path.Combine(real, name));
            if (new FileInfo(next).LinkTarget is not { } link)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks) throw new IOException($"Too many links at '{path}'.");
            if (Path.IsPathRooted(link)) real = Path.GetPathRoot(link)!;
            foreach (var part in Parts(link)) pending.Push(part);
        }

        return real;
    }

    /// <summary>The names on the way, last first, as a stack takes them.</summary>
    private static IEnumerable<string> Parts(string path) =>
        path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse();
}
