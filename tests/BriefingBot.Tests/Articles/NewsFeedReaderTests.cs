using System.Text;
using BriefingBot.Articles;

namespace BriefingBot.Tests.Articles;

public sealed class NewsFeedReaderTests : IDisposable
{
    private readonly DeliveredFiles _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RSS_items_are_articles()
    {
        var results = _folder.Write("a.rss", """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><title>Example Times</title><language>en-gb</language>
            <item>
              <title>Ferries &amp;amp; trains</title><guid isPermaLink="false">g-1</guid><link>https://example.org/1</link>
              <dc:creator>Jane Roe</dc:creator><pubDate>Thu, 01 Oct 2020 09:30:00 EST</pubDate>
              <description>Short.</description>
              <content:encoded><![CDATA[<p>The <b>ferries</b> sail.</p><p>Trains run.</p><p>Read more: all of it</p>]]></content:encoded>
            </item>
            <item><title>Two</title><guid>https://example.org/2</guid><description>Plain &lt;i&gt;text&lt;/i&gt;.</description><pubDate>someday</pubDate></item>
            <item><title>Three</title><description>Just text.</description><author>desk@example.org (John Doe)</author></item>
            <item><title>Empty</title></item>
            </channel></rss>
            """).ReadAll();

        var articles = results.Where(r => r.Article is not null).Select(r => r.Article!).ToList();
        Assert.Equal(["g-1", "https://example.org/2", "a:11"], articles.Select(a => a.Id.Value));
        Assert.Equal("Ferries & trains", articles[0].Title);
        Assert.Equal("2020-10-01T14:30:00Z", articles[0].Published!.ToString());
        Assert.Equal(("Example Times", "Jane Roe", "en-gb", "https://example.org/1"), (articles[0].Source, articles[0].Author, articles[0].Language, articles[0].Url));
        Assert.Equal("The ferries sail.\n\nTrains run.\n\nRead more: all of it", articles[0].Text);
        Assert.Equal(2, articles[0].Of(BlockKind.Body).Count());
        Assert.Equal("Plain text.", articles[1].Text);
        Assert.Equal("John Doe", articles[2].Author);
        Assert.Equal([10, 12], results.Where(r => r.Problem is not null).Select(r => r.Problem!.Line!.Value));
    }

    [Fact]
    public void Atom_entries_are_articles()
    {
        var article = _folder.Write("a.atom", """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example Wire</title>
            <entry><id>tag:example.org,2020:1</id><title type="html">Ferries &amp;amp; trains</title>
              <link rel="self" href="https://example.org/self"/><link href="https://example.org/1"/>
              <author><name>Jane Roe</name><email>j@example.org</email></author>
              <published>2020-10-01T09:30:00Z</published><updated>2020-10-02T00:00:00+02:00</updated>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ferries sail.</p><p>Trains run.</p></div></content></entry></feed>
            """).ReadOne();

        Assert.Equal("tag:example.org,2020:1", article.Id.Value);
        Assert.Equal(("Ferries & trains", "Example Wire", "Jane Roe", "en", "https://example.org/1"), (article.Title, article.Source, article.Author, article.Language, article.Url));
        Assert.Equal(("2020-10-01T09:30:00Z", "2020-10-01T22:00:00Z"), (article.Published!.ToString(), article.Updated!.ToString()));
        Assert.Equal("The ferries sail.\n\nTrains run.", article.Text);
    }

    [Fact]
    public void RDF_items_are_articles()
    {
        var article = _folder.Write("a.xml", """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://example.org/"><title>Example Times</title></channel>
            <item rdf:about="https://example.org/1"><title>Ferries</title><link>https://example.org/1</link><description>They sail.</description>
            <dc:date>2020-10-01T09:30+02:00</dc:date><dc:creator>Jane Roe</dc:creator></item></rdf:RDF>
            """).ReadOne();

        Assert.Equal(("https://example.org/1", "Example Times", "Jane Roe", "2020-10-01T07:30:00Z"), (article.Id.Value, article.Source, article.Author, article.Published!.ToString()));
    }

    [Theory]
    [InlineData("<book><title>x</title></book>", "no RSS or Atom feed")]
    [InlineData("<rss><channel>", "not well-formed")]
    [InlineData("<rss version='2.0'><channel/></rss>", "without items")]
    [InlineData("not xml", "not well-formed")]
    [InlineData("<!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><rss><channel><item><title>&b;</title></item></channel></rss>", "not well-formed")]
    [InlineData("<!DOCTYPE r [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><rss><channel><item><description>&f;</description></item></channel></rss>", "not well-formed")]
    public void What_is_no_feed_is_a_problem(string xml, string reason) =>
        Assert.Contains(reason, _folder.Write("a.xml", xml).ReadProblem().Reason, StringComparison.Ordinal);

    [Fact]
    public void Deep_nesting_is_refused_and_a_hostile_item_does_not_stop_the_others()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 20_000)) + string.Concat(Enumerable.Repeat("</a>", 20_000));
        Assert.Contains("nests", _folder.Write("deep.xml", $"<rss><channel><item>{deep}</item></channel></rss>").ReadProblem().Reason, StringComparison.Ordinal);

        var flood = string.Concat(Enumerable.Repeat("&lt;i&gt;", 40_001));
        var results = _folder.Write("flood.xml", $"<rss><channel>\n<item><description>{flood}</description></item>\n<item><guid>2</guid><description>Two.</description></item></channel></rss>").ReadAll();
        Assert.Equal((2, "2"), (results[0].Problem!.Line, results[1].Article!.Id.Value));
    }

    [Fact]
    public void The_declared_encoding_is_honoured()
    {
        var xml = "<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel><item><title>Caf\u00e9</title><description>Caf\u00e9.</description></item></channel></rss>";

        Assert.Equal("Café", _folder.Write("a.xml", Encoding.Latin1.GetBytes(xml)).ReadOne().Title);
    }

    [Fact]
    public void Id_and_address_are_well_formed_whatever_the_feed_writes()
    {
        var results = _folder.Write(
            "a.xml", "<rss><channel><item><guid>a&#xD800;b</guid><link>https://example.org/&#xD800;</link><description>Text.</description></item></channel></rss>").ReadAll();

        Assert.DoesNotContain(results[0].Article!.Id.Value, char.IsSurrogate);
        Assert.DoesNotContain(results[0].Article!.Url, char.IsSurrogate);
        Assert.StartsWith("id 'a", results[1].Problem!.Reason, StringComparison.Ordinal);
    }
}
