namespace BriefingBot.Articles.Formats;

/// <summary>An article's fields as a file states them, before they are checked.</summary>
internal sealed record DeliveredArticle
{
    public string? Id { get; init; }

    /// <summary>The id when the file states no valid one.</summary>
    public required string FallbackId { get; init; }

    public string? Title { get; init; }

    public string? Source { get; init; }

    public string? Author { get; init; }

    public string? Published { get; init; }

    public string? Updated { get; init; }

    public string? Url { get; init; }

    /// <summary>The collection; null for the top folder of the file's path.</summary>
    public string? Collection { get; init; }

    public string? Language { get; init; }

    public required ArticleText Content { get; init; }

    /// <summary>The line of a field in the file, where it is not the article's own.</summary>
    public Func<string, int?>? LineOf { get; init; }

    /// <summary>The article, and a problem for every field that had to be left out of it; or just why there is none.</summary>
    public IReadOnlyList<ReadResult> Check(ArticleFile file, int line = 1)
    {
        if (Content.Blocks.Count == 0) return [ReadResult.Failed(file, line, "has no text")];
        var problems = new FieldProblems(file, line, LineOf);
        var article = new Article
        {
            Id = Identity(problems),
            Title = PlainText.OneLine(Title),
            Source = PlainText.OneLine(Source),
            Collection = CollectionName(file),
            Author = PlainText.OneLine(Author),
            Published = Date("published", Published, problems) ?? DateInference.Infer(Content.Text, Content.Blocks),
            Updated = Date("updated", Updated, problems),
            Url = WebAddress(problems),
            Language = LanguageTag(),
            Text = Content.Text,
            Blocks = Content.Blocks,
        };
        return [ReadResult.Of(article, line), .. problems.Found];
    }

    /// <summary>The address if it is one that a browser may safely be sent to.</summary>
    public static Uri? WebUri(string? url) =>
        Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri : null;

    private ArticleId Identity(FieldProblems problems)
    {
        if (ArticleId.TryParse(Id, out var stated)) return stated;
        var id = ArticleId.TryParse(FallbackId, out var fallback) ? fallback : FileIdentity.Of(FallbackId);
        if (!string.IsNullOrWhiteSpace(Id)) problems.Add("id", Id, $"has white space or half a character inside or is longer than {ArticleId.MaxLength} characters; '{id}' is used instead");
        return id;
    }

    private string CollectionName(ArticleFile file)
    {
        if (PlainText.OneLine(Collection) is { Length: > 0 } stated) return stated;
        var folder = file.RelativePath.IndexOf('/', StringComparison.Ordinal);
        return folder > 0 ? PlainText.OneLine(file.RelativePath[..folder]) : Article.DefaultCollection;
    }

    private static ArticleDate? Date(string field, string? text, FieldProblems problems)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (ArticleDates.TryParse(text, out var date)) return date;
        problems.Add(field, text, "is not a date; the article is kept without it");
        return null;
    }

    private string WebAddress(FieldProblems problems)
    {
        if (string.IsNullOrWhiteSpace(Url)) return "";
        if (WebUri(Url) is not null) return PlainText.Clean(Url.Trim());
        problems.Add("url", Url, "is not an http or https address; the article is kept without it");
        return "";
    }

    /// <summary>BCP 47 in shape; "en_GB" is how many systems write it.</summary>
    private string LanguageTag()
    {
        var tag = (Language ?? "").Trim().Replace('_', '-');
        return tag.Length is >= 2 and <= 35 && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? tag : "";
    }
}
