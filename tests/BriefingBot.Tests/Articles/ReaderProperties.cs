using System.Text;
using BriefingBot.Articles;
using CsCheck;

namespace BriefingBot.Tests.Articles;

public sealed class ReaderProperties : IDisposable
{
    private readonly DeliveredFiles _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(".txt")]
    [InlineData(".md")]
    [InlineData(".html")]
    [InlineData(".jsonl")]
    [InlineData(".xml")]
    [InlineData(".pdf")]
    public void Whatever_a_file_holds_it_gives_whole_articles_or_problems(string extension)
    {
        var piece = Gen.OneOf(
            Gen.OneOf<string>(
                "---\n", "title: x\n", "date: &a *a\n", "# ", "**", "[a](b)", "<p>", "</p>", "<table>", "<h2>", "<script>", "<![CDATA[", "]]>", "<!--", "&amp;", "&#xD800;",
                "<rss><channel><item><description>", "</description></item></channel></rss>", "<feed><entry>", "{\"text\":\"", "\"}\n", "{\"id\":\"\\ud800\",", "\\u0000", "\r\n", "\n", "\n\n",
                "Word. AP", "“Quote,” she said.", "Sept. 30, 2020", "%PDF-1.7\n1 0 obj <<", ">> endobj\n", "xref", "\u200B", "\u2028", "\ud83d\ude00", "<meta charset=utf-16>", "<?xml encoding='x'?>")
                .Select(Encoding.UTF8.GetBytes),
            Gen.Byte.Array[0, 3]);

        piece.Array[0, 30].Select(p => p.SelectMany(b => b).ToArray()).Sample(
            bytes =>
            {
                foreach (var result in _folder.Write("any" + extension, bytes).ReadAll())
                {
                    Assert.True(result.Article is null != result.Problem is null);
                    if (result.Article is { } article) AssertSound(article);
                    if (result.Problem is { } problem) Assert.NotEmpty(problem.Reason);
                }
            },
            iter: 300,
            threads: 1);
    }

    private static void AssertSound(Article article)
    {
        NewspaperTextTests.AssertCovers(article.Text, article.Blocks);
        Assert.NotEmpty(article.Blocks);
        Assert.DoesNotContain(article.Text, c => char.IsControl(c) && c is not ('\n' or '\t'));
        Assert.Equal(article.Text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(article.Text)));
        Assert.True(ArticleId.TryParse(article.Id.Value, out _));
    }
}
