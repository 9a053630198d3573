using BriefingBot.Articles;

namespace BriefingBot.Tests.Articles;

public sealed class MarkdownReaderTests : IDisposable
{
    private readonly DeliveredFiles _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Front_matter_and_plain_prose_are_read()
    {
        var article = _folder.Write("a.md", """
            ---
            id: ferry-1
            title: "Ferries: sail again"
            source: Example Times
            authors:
              - Jane Roe
              - John Doe
            date: 2020-10-01
            url: https://example.org/1
            lang: en
            tags: [ports, {deep: [x]}]
            ---

            # Ferries: sail again

            The ferries *sail* again on [Monday](https://example.org/m), the
            minister **said**.

            ## Low fares

            - one & two
            - `three`

            > "We sail," she said.
            """).ReadOne();

        Assert.Equal("ferry-1", article.Id.Value);
        Assert.Equal("Ferries: sail again", article.Title);
        Assert.Equal("Example Times", article.Source);
        Assert.Equal("Jane Roe, John Doe", article.Author);
        Assert.Equal("2020-10-01", article.Published!.ToString());
        Assert.Equal("https://example.org/1", article.Url);
        Assert.Equal("en", article.Language);
        Assert.Equal(["Ferries: sail again"], article.Of(BlockKind.Headline));
        Assert.Equal(["Low fares"], article.Of(BlockKind.Subheading));
        Assert.Equal(
            ["The ferries sail again on Monday, the minister said.", "one & two", "three", "\"We sail,\" she said."],
            article.Of(BlockKind.Body));
    }

    [Fact]
    public void Without_front_matter_the_first_heading_is_the_title()
    {
        var article = _folder.Write("news/a.markdown", "# Ferries *sail*\n\nThe ferries sail.").ReadOne();

        Assert.Equal(("news/a", "Ferries sail"), (article.Id.Value, article.Title));
        Assert.Equal(["The ferries sail."], article.Of(BlockKind.Body));
    }

    [Fact]
    public void Broken_YAML_is_reported_with_its_line()
    {
        var problem = _folder.Write("a.md", "---\ntitle: A\nsource: \"open\ndate: 1\n---\nText.").ReadProblem();

        Assert.Contains("not valid YAML", problem.Reason, StringComparison.Ordinal);
        Assert.InRange(problem.Line!.Value, 3, 5);
    }

    [Fact]
    public void Front_matter_that_never_closes_is_reported()
    {
        Assert.Contains("never closed", _folder.Write("a.md", "---\ntitle: A\n\nText.").ReadProblem().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_date_is_reported_on_its_line_and_the_article_is_read()
    {
        var results = _folder.Write("a.md", "---\r\ntitle: A\r\npublished: next week\r\n---\r\nText.\r\n").ReadAll();

        Assert.Null(results[0].Article!.Published);
        Assert.Equal("A", results[0].Article!.Title);
        Assert.Equal(3, results[1].Problem!.Line);
    }

    [Fact]
    public void Hostile_YAML_and_nesting_are_read_or_reported_without_harm()
    {
        var anchors = "---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\ntitle: T\n---\nText.";
        Assert.Equal("T", _folder.Write("anchors.md", anchors).ReadOne().Title);

        Assert.Single(_folder.Write("flow.md", "---\ntitle: T\nx: " + new string('[', 20_000) + "\n---\nText.").ReadAll());
        Assert.Single(_folder.Write("quotes.md", new string('>', 50_000) + " deep").ReadAll());
    }

    [Fact]
    public void Script_and_markup_inside_Markdown_are_not_text()
    {
        var article = _folder.Write("a.md", "One <b>bold</b> word.\n\n<script>alert('x')</script>\n\n<!-- hidden -->\n\nTwo.").ReadOne();

        Assert.Equal("One bold word.\n\nTwo.", article.Text);
    }
}
