using System.Text;
using BriefingBot.Articles;

namespace BriefingBot.Tests.Articles;

public sealed class HtmlReaderTests : IDisposable
{
    private const string Paragraph =
        "The ferries between the two ports will sail again on Monday, the transport minister said after a long night of talks, and the fares will stay as they are until the spring.";

    private readonly DeliveredFiles _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Page(string head, string body) => $"""
        <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Ferries sail again | Example Times</title>{head}</head>
        <body><header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header>
        <article><h1>Ferries sail again</h1>{body}</article>
        <footer>Imprint and <a href="/terms">terms</a></footer><script>track('reader')</script></body></html>
        """;

    private static string Body(int paragraphs) => string.Concat(Enumerable.Range(1, paragraphs).Select(i => $"<p>{i}. {Paragraph}</p>\n"));

    [Fact]
    public void The_article_is_found_and_the_page_around_it_left_out()
    {
        var article = _folder.Write("a.html", Page(
            """
            <link rel="canonical" href="https://www.example.org/ferries">
            <meta property="og:site_name" content="Example Times"><meta property="og:title" content="Ferries sail again">
            <script type="application/ld+json">{broken</script>
            <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"Ferries sail again",
              "datePublished":"2020-10-01T09:30:00+0200","dateModified":"2020-10-02","author":[{"name":"Jane Roe"},"John Doe"]}]}</script>
            """,
            Body(3) + "<figure><img src='x.jpg'><figcaption>A ferry in the evening</figcaption></figure><h2>Low fares</h2>" + Body(3))).ReadOne();

        Assert.Equal("Ferries sail again", article.Title);
        Assert.Equal("Example Times", article.Source);
        Assert.Equal("Jane Roe, John Doe", article.Author);
        Assert.Equal("2020-10-01T07:30:00Z", article.Published!.ToString());
        Assert.Equal("2020-10-02", article.Updated!.ToString());
        Assert.Equal("https://www.example.org/ferries", article.Url);
        Assert.Equal("en-GB", article.Language);
        Assert.Equal(6, article.Of(BlockKind.Body).Count());
        Assert.Equal(["A ferry in the evening"], article.Of(BlockKind.Caption));
        Assert.Equal(["Low fares"], article.Of(BlockKind.Subheading));
        Assert.DoesNotContain("Home", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("track", article.Text, StringComparison.Ordinal);
        NewspaperTextTests.AssertCovers(article.Text, article.Blocks);
    }

    [Fact]
    public void Meta_elements_and_the_host_stand_in_for_linked_data()
    {
        var article = _folder.Write("a.htm", Page(
            """
            <meta name="author" content="Jane Roe"><meta property="article:published_time" content="2020-10-01">
            <meta property="og:url" content="https://news.example.org/1">
            """,
            Body(5))).ReadOne();

        Assert.Equal(("Jane Roe", "2020-10-01", "news.example.org"), (article.Author, article.Published?.ToString(), article.Source));
    }

    [Fact]
    public void A_page_too_short_for_scoring_is_read_whole()
    {
        var article = _folder.Write("a.html", "<title>Ferries</title><p>The <b>ferries</b> sail&nbsp;again.<br>They do.<p>Two&hellip;<script>x</script>").ReadOne();

        Assert.Equal("The ferries sail\u00A0again.\nThey do.\n\nTwo…", article.Text);
        Assert.Equal("Ferries", article.Title);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Advertisements_and_links_to_other_articles_are_no_text_of_the_article(int paragraphs)
    {
        var article = _folder.Write("a.html", Page("", """
            <div class="ad top">Buy one ferry ticket, get one free at Ferry Deals! Limited offer.</div>
            """ + Body(paragraphs) + """
            <p>Fares, as <a href="/x">reported</a>, stay.</p>
            <ul><li>The ferry to Holm sails at nine.</li><li> <b><a href="/a">Ferry strike costs millions, economists say.</a></b> </li></ul>
            <p><a href="/b">The minister resigned in a previous storm.</a></p>
            """)).ReadOne();

        Assert.DoesNotContain("Ferry Deals", article.Text, StringComparison.Ordinal);
        var body = string.Join(' ', article.Of(BlockKind.Body));
        Assert.Contains("Fares, as reported, stay.", body, StringComparison.Ordinal);
        Assert.Contains("The ferry to Holm sails at nine.", body, StringComparison.Ordinal);
        Assert.DoesNotContain("economists", body, StringComparison.Ordinal);
        Assert.DoesNotContain("resigned", body, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_page_marks_as_quoted_is_read_with_quotation_marks()
    {
        var article = _folder.Write("a.html", "<title>Ferries</title><p>The minister called the strike <q>a <b>needless</b> blow</q> on Monday.").ReadOne();

        Assert.Equal("The minister called the strike “a needless blow” on Monday.", article.Text);
    }

    [Fact]
    public void A_declared_charset_is_honoured()
    {
        var page = Page("", Body(4) + "<p>The café was “open”.</p>").Replace("utf-8", "iso-8859-1", StringComparison.Ordinal);
        var bytes = Encoding.Latin1.GetBytes(page.Replace("“", "\u0093", StringComparison.Ordinal).Replace("”", "\u0094", StringComparison.Ordinal));

        Assert.Contains("The café was “open”.", _folder.Write("a.html", bytes).ReadOne().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_do_not_fit_the_declared_charset_are_refused()
    {
        Assert.Contains("not UTF-8", _folder.Write("a.html", Encoding.Latin1.GetBytes(Page("", "<p>caf\u00e9</p>"))).ReadProblem().Reason, StringComparison.Ordinal);
        Assert.Contains("unknown encoding 'klingon'", _folder.Write("b.html", "<meta charset=klingon><p>x").ReadProblem().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_text_is_a_problem()
    {
        Assert.Contains("no text", _folder.Write("a.html", "<html><body><img src=x><script>1</script></body></html>").ReadProblem().Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    public void Deep_nesting_does_no_harm(string tags)
    {
        var results = _folder.Write("a.html", Page("", Body(3) + string.Concat(Enumerable.Repeat(tags, 3_000)) + "deep")).ReadAll();

        Assert.Single(results);
    }

    [Fact]
    public void A_flood_of_tags_is_refused()
    {
        Assert.Contains("tags", _folder.Write("a.html", string.Concat(Enumerable.Repeat("<i>", 40_001))).ReadProblem().Reason, StringComparison.Ordinal);
    }
}
