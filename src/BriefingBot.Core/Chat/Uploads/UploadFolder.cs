using System.Text;
using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Chat.Uploads;

/// <summary>
/// The folder that uploads are kept in, an indexed root like any other with a folder for each collection. A file is read
/// beside it first: only what holds an article gets in, so that what is broken troubles no later run.
/// </summary>
/// <param name="root">Made when it is first needed.</param>
/// <param name="readers">The known formats.</param>
public sealed class UploadFolder(string root, ArticleReaders readers)
{
    /// <summary>Hidden, thus not listed; in the folder, so that moving out of it is one step.</summary>
    private const string Staging = ".incoming";

    public string Root { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <summary>Reads what was fetched and lays it ready.</summary>
    /// <param name="key">The same at every attempt and for no other item: what a crash left behind is replaced.</param>
    /// <param name="collection">Where it is to go.</param>
    /// <param name="name">As strangers named it.</param>
    /// <param name="identity">What it is known again by: a link, else null for its content.</param>
    /// <param name="fetched">The content.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="UploadRefusedException">It holds no article that may go there.</exception>
    internal StagedUpload Stage(string key, string collection, string name, string? identity, FetchedUpload fetched, CancellationToken cancellation)
    {
        var (extension, body) = (fetched.Extension, fetched.Body);
        if (fetched.Address is { } address && extension == ".html") body = LinkedPage.Of(body, fetched.Charset, address);
        var hash = UploadName.HashOf(identity is null ? body : Encoding.UTF8.GetBytes(identity));
        var staged = Write(key, collection, name, hash, extension, body, cancellation);
        if (fetched.Address is { } found && LinkedText.Of(staged, found) is { } lines)
        {
            File.Delete(staged.StagedAt);
            staged = Write(key, collection, name, hash, LinkedText.Extension, lines, cancellation);
        }

        return Checked(staged, collection);
    }

    internal void Place(StagedUpload upload)
    {
        var target = PathOf(upload.File);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(upload.StagedAt, target, overwrite: true);
    }

    internal void Remove(string file) => File.Delete(PathOf(file));

    private StagedUpload Write(string key, string collection, string name, string hash, string extension, byte[] body, CancellationToken cancellation)
    {
        var file = $"{collection}/{KnownAs(collection, hash, extension) ?? $"{UploadName.Readable(name)}-{hash}{extension}"}";
        var stagedAt = Path.Combine(Directory.CreateDirectory(Path.Combine(Root, Staging)).FullName, key + extension);
        File.WriteAllBytes(stagedAt, body);
        var (articles, problems) = (new List<Article>(), new List<ReadProblem>());
        foreach (var result in readers.Read(new ArticleFile(stagedAt, file), cancellation))
        {
            if (result.Article is { } article) articles.Add(article);
            else problems.Add(result.Problem!);
        }

        return new StagedUpload(file, stagedAt, articles, articles.Sum(a => PassageSplitter.Split(a).Count), problems);
    }

    /// <summary>The same content under another name is the same upload.</summary>
    private string? KnownAs(string collection, string hash, string extension) => Directory.Exists(PathOf(collection))
        ? Directory.EnumerateFiles(PathOf(collection), $"*-{hash}{extension}").Select(Path.GetFileName).Order(StringComparer.Ordinal).FirstOrDefault()
        : null;

    /// <summary>A file may name a collection itself; from here, articles go where the channel's do and nowhere else.</summary>
    private static StagedUpload Checked(StagedUpload staged, string collection)
    {
        var reason = staged.Articles.Count == 0 ? staged.Problems.Select(p => p.Line is { } line && line > 1 ? $"{p.Reason} (line {line})" : p.Reason).FirstOrDefault("holds no article")
            : staged.Articles.FirstOrDefault(a => a.Collection != collection) is { } stray ? $"names the collection “{stray.Collection}” itself, and this channel's articles go to “{collection}”; leave that out"
            : null;
        if (reason is null) return staged;
        File.Delete(staged.StagedAt);
        throw new UploadRefusedException(reason);
    }

    private string PathOf(string file) => Path.Combine(Root, file);
}
