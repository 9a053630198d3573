using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>A listed file with how it looked before it was read.</summary>
/// <param name="Stamp">Null when it could not be looked at.</param>
internal sealed record SourceFile(FileLocation Location, ArticleFile File, FileStamp? Stamp)
{
    public static SourceFile At(string root, ArticleFile file)
    {
        var info = new FileInfo(file.FullPath);
        FileStamp? stamp = info.Exists ? new FileStamp(info.Length, info.LastWriteTimeUtc.Ticks) : null;
        return new SourceFile(new FileLocation(root, file.RelativePath), file, stamp);
    }
}
