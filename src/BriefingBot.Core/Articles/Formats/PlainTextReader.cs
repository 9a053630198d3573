namespace BriefingBot.Articles.Formats;

/// <summary>Reads raw newspaper text: the headline on the first line, then one paragraph a line.</summary>
public sealed class PlainTextReader : IArticleReader
{
    public IReadOnlyCollection<string> Extensions { get; } = [".txt"];

    public IEnumerable<ReadResult> Read(ArticleFile file, CancellationToken cancellation) => UnreadableFile.Reported(file, () =>
    {
        cancellation.ThrowIfCancellationRequested();
        var text = PlainText.Clean(FileText.Read(file));
        var content = new ArticleText(text, NewspaperText.BlocksWithHeadline(text));
        return new DeliveredArticle { FallbackId = FileIdentity.Of(file).Value, Title = content.First(BlockKind.Headline), Content = content }.Check(file);
    });
}
