using System.Text;
using BriefingBot.Articles;
using BriefingBot.Articles.Formats;

namespace BriefingBot.Tests.Articles;

public sealed class JsonLinesReaderTests : IDisposable
{
    private readonly DeliveredFiles _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_field_is_read()
    {
        var article = _folder.Write("a.jsonl", """
            {"id":"n1","title":"Ferries  sail\n","source":"Example Times","author":"Jane Roe","published":"2020-10-01T09:30:00+02:00","updated":"2020-10-02","url":"https://example.org/1","language":"en_GB","other":[{"a":1}],"text":"One “paragraph”.\n\nTwo\u2028\u0000.\r\n"}
            """).ReadOne();

        Assert.Equal("n1", article.Id.Value);
        Assert.Equal("Ferries sail", article.Title);
        Assert.Equal("Example Times", article.Source);
        Assert.Equal("Jane Roe", article.Author);
        Assert.Equal("2020-10-01T07:30:00Z", article.Published!.ToString());
        Assert.Equal("2020-10-02", article.Updated!.ToString());
        Assert.Equal("https://example.org/1", article.Url);
        Assert.Equal("en-GB", article.Language);
        Assert.Equal("One “paragraph”.\n\nTwo\u2028 .\n", article.Text);
        Assert.Equal(2, article.Blocks.Count);
    }

    [Fact]
    public void A_broken_line_is_reported_and_the_rest_is_read()
    {
        var results = _folder.Write("a.jsonl", """
            {"id":"1","text":"One."}
            {"id":"2","text":"Two.

            ["not an object"]
            {"id":"5"}
            {"id":"6","text":["no"]}
            {"id":"7","text":"half \ud83d pair"}
            {"id":"8","text":"Eight."} {"id":"9"}
            {"id":10,"text":"Ten.","title":null}
            """).ReadAll();

        Assert.Equal(["1", "10"], results.Where(r => r.Article is not null).Select(r => r.Article!.Id.Value));
        Assert.Equal([2, 4, 5, 6, 7, 8], results.Where(r => r.Problem is not null).Select(r => r.Problem!.Line!.Value));
        Assert.Equal(9, results[^1].Line);
    }

    [Fact]
    public void Without_an_id_the_url_or_else_path_and_line_stand_in()
    {
        var results = _folder.Write("wire/today 1.jsonl", """
            {"url":"https://example.org/1","text":"One."}
            {"text":"Two."}
            """).ReadAll();

        Assert.Equal(["https://example.org/1", "wire/today-1:2"], results.Select(r => r.Article!.Id.Value));
    }

    [Fact]
    public void A_field_that_makes_no_sense_is_left_out_and_reported()
    {
        var results = _folder.Write("a.jsonl", """
            {"id":"has blank","published":"2020-02-30","updated":"0001-01-01","url":"javascript:alert(1)","language":"<b>","text":"One."}
            """).ReadAll();

        var article = results[0].Article!;
        Assert.Equal("a:1", article.Id.Value);
        Assert.Null(article.Published);
        Assert.Null(article.Updated);
        Assert.Equal("", article.Url);
        Assert.Equal("", article.Language);
        Assert.Equal(4, results.Count(r => r.Problem is { Line: 1 }));
        Assert.Contains(results, r => r.Problem?.Reason.Contains("published '2020-02-30' is not a date", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_reported_by_line_and_place_in_the_file()
    {
        byte[] bytes = [.. "{\"id\":\"1\",\"text\":\"One.\"}\n{\"text\":\"caf"u8, 0xE9, .. "\"}\n{\"id\":\"3\",\"text\":\"Three.\"}"u8];

        var results = _folder.Write("a.jsonl", bytes).ReadAll();

        Assert.Equal(3, results.Count);
        Assert.Equal(2, results[1].Problem!.Line);
        Assert.Contains($"byte {Array.IndexOf(bytes, (byte)0xE9)} is 0xE9", results[1].Problem!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_over_the_limit_is_reported_and_the_rest_is_read()
    {
        var results = _folder.Write("a.jsonl", $$"""
            {"id":"1","text":"One."}
            {"id":"2","text":"{{new string('x', JsonLinesReader.MaxLineBytes)}}"}
            {"id":"3","text":"{{new string('y', 300_000)}}"}
            """).ReadAll();

        Assert.Equal(["1", "3"], results.Where(r => r.Article is not null).Select(r => r.Article!.Id.Value));
        Assert.Equal("a.jsonl:2: is longer than 8 MB", Assert.Single(results, r => r.Problem is not null).Problem!.ToString());
        Assert.Equal(300_000, results[2].Article!.Text.Length);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_is_honoured(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        var results = _folder.Write("a.ndjson", [.. encoding.GetPreamble(), .. encoding.GetBytes("{\"id\":\"1\",\"text\":\"Café.\"}\r\n{\"id\":\"2\",\"text\":\"Two.\"}")]).ReadAll();

        Assert.Equal(["Café.", "Two."], results.Select(r => r.Article?.Text));
    }

    [Fact]
    public void Lines_are_read_as_they_are_asked_for()
    {
        var file = _folder.Write("a.jsonl", "{\"id\":\"1\",\"text\":\"One.\"}\n{\"id\":\"2\",\"text\":\"Two.\"}");
        using var cancellation = new CancellationTokenSource();
        using var results = ArticleReaders.All.Read(file, cancellation.Token).GetEnumerator();

        Assert.True(results.MoveNext());
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => results.MoveNext());
    }

    [Fact]
    public void A_date_in_the_text_is_inferred_only_when_the_field_is_missing()
    {
        var results = _folder.Write("a.jsonl", """
            {"id":"1","published":"2021-01-01","text":"LONDON, Oct 1, 2020 — The ferries sail."}
            {"id":"2","published":"","text":"LONDON, Oct 1, 2020 — The ferries sail."}
            """).ReadAll();

        Assert.Equal("2021-01-01", results[0].Article!.Published!.ToString());
        Assert.Equal(ArticleDate.OfDay(2020, 10, 1, inferred: true), results[1].Article!.Published);
    }

    [Fact]
    public void A_long_wrong_value_is_shown_in_part_without_cutting_a_character_in_two()
    {
        var date = new string('x', 79) + "🚢 and more";

        var problem = _folder.Write("a.jsonl", $$"""{"id":"1","text":"One.","published":"{{date}}"}""").ReadAll()[1].Problem!;

        Assert.Contains("xxx…'", problem.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(problem.Reason, char.IsSurrogate);
    }
}
