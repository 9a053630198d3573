using Markdig;

namespace BriefingBot.Articles.Formats;

/// <summary>
/// Reads Markdown with YAML front matter. The body is rendered to HTML and that to plain text, so that emphasis and
/// links are read as words, and HTML inside Markdown as HTML.
/// </summary>
public sealed class MarkdownReader : IArticleReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().Build();

    public IReadOnlyCollection<string> Extensions { get; } = [".md", ".markdown"];

    public IEnumerable<ReadResult> Read(ArticleFile file, CancellationToken cancellation) => UnreadableFile.Reported(file, () =>
    {
        cancellation.ThrowIfCancellationRequested();
        var matter = FrontMatter.Split(PlainText.Clean(FileText.Read(file)));
        var body = HtmlText.ParseFragment(Markdown.ToHtml(matter.Body, Pipeline));
        var title = matter["title", "headline"] ?? PlainText.OneLine(body.QuerySelector("h1")?.TextContent);
        return new DeliveredArticle
        {
            Id = matter["id", "guid"],
            FallbackId = FileIdentity.Of(file).Value,
            Title = title,
            Source = matter["source", "publication", "publisher", "site"],
            Author = matter["author", "authors", "byline"],
            Published = matter["published", "date", "pubdate"],
            Updated = matter["updated", "modified", "lastmod"],
            Url = matter["url", "link", "canonical"],
            Language = matter["language", "lang"],
            Collection = matter["collection"],
            Content = HtmlText.Of(body, title),
            LineOf = field => field switch
            {
                "published" => matter.LineOf("published", "date", "pubdate"),
                "updated" => matter.LineOf("updated", "modified", "lastmod"),
                "url" => matter.LineOf("url", "link", "canonical"),
                _ => matter.LineOf("id", "guid"),
            },
        }.Check(file);
    });
}
