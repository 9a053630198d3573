using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>The roots of one run, listed.</summary>
/// <param name="Roots">Absolute paths of the roots that could be listed.</param>
/// <param name="Absorbed">Remembered roots inside one of <paramref name="Roots"/>, which takes their articles over.</param>
/// <param name="Files">In the order of the roots, then as listed.</param>
internal sealed record RootScan(
    IReadOnlyList<string> Roots,
    IReadOnlyList<string> Absorbed,
    IReadOnlyList<SourceFile> Files,
    IReadOnlyList<(FileLocation Location, ReadProblem Problem)> Problems)
{
    public static RootScan Of(IReadOnlyList<string> roots, IReadOnlyList<string> remembered, ListFiles list, CancellationToken cancellation)
    {
        var asked = roots.Select(Normalise).Distinct().ToList();
        var (readable, files, problems) = (new List<string>(), new List<SourceFile>(), new List<(FileLocation, ReadProblem)>());
        foreach (var root in asked)
        {
            var outer = remembered.Concat(asked).FirstOrDefault(other => LiesInside(root, other));
            var listing = outer is null
                ? List(root, list, cancellation)
                : RootListing.Unreadable(root, $"lies inside {outer}, which is indexed as a whole; index that instead");
            problems.AddRange(listing.Problems.Select(p => (new FileLocation(root, p.File), p)));
            if (!listing.Readable) continue;
            readable.Add(root);
            files.AddRange(listing.Files.Select(file => SourceFile.At(root, file)));
        }

        var absorbed = remembered.Where(inner => readable.Exists(root => LiesInside(inner, root))).ToList();
        return new RootScan(readable, absorbed, files, problems);
    }

    private static RootListing List(string root, ListFiles list, CancellationToken cancellation)
    {
        try
        {
            return list(root, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return RootListing.Unreadable(root, e.Message);
        }
    }

    private static string Normalise(string root) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    private static bool LiesInside(string inner, string outer) =>
        inner.Length > outer.Length
        && inner.StartsWith(outer, StringComparison.Ordinal)
        && (Path.EndsInDirectorySeparator(outer) || inner[outer.Length] == Path.DirectorySeparatorChar);
}
