using System.Net;
using System.Net.Http.Headers;
using BriefingBot.Chat.Connecting;

namespace BriefingBot.Tests.Chat.Connecting;

public sealed class FileDownloadTests : IDisposable
{
    private const string KeptAt = "https://files.example";

    private readonly ScriptedApi _host = new();
    private readonly FileDownload _files;

    public FileDownloadTests() => _files = new FileDownload(_host);

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_file_is_read_from_where_the_platform_keeps_it()
    {
        _host.Then(200, "text");

        var file = await ReadAsync("https://FILES.example/a?signed=1");

        Assert.Equal(("text", "application/json", ""), (System.Text.Encoding.UTF8.GetString(file.Body), file.MediaType, file.Reason));
        Assert.Equal("Bearer secret", Assert.Single(_host.Requests).Authorization);
    }

    [Theory]
    [InlineData("https://elsewhere.example/a")]
    [InlineData("http://files.example/a")]
    [InlineData("https://files.example:8443/a")]
    [InlineData("https://files.example@elsewhere.example/a")]
    [InlineData("https://user@files.example/a")]
    [InlineData("https://files.example.elsewhere.example/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//files.example/a")]
    [InlineData("")]
    public async Task Nowhere_else_is_anything_fetched_and_no_token_goes_there(string address)
    {
        Assert.Contains("is not kept by the chat platform", (await ReadAsync(address)).Reason, StringComparison.Ordinal);
        Assert.Empty(_host.Requests);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        _host.Then(302, "", ("Location", "https://elsewhere.example/a"));

        var file = await ReadAsync("https://files.example/a");

        Assert.True(file.IsRefused);
        Assert.Single(_host.Requests);
        Assert.False(FileDownload.CreateHandler().AllowAutoRedirect);
    }

    [Theory]
    [InlineData(404, false)]
    [InlineData(403, true)]
    [InlineData(503, false)]
    public async Task A_refusal_is_told(int status, bool isRefused)
    {
        _host.Then(status);

        var file = await ReadAsync("https://files.example/a");

        Assert.Equal(($"cannot be fetched: the chat platform answered {status}", isRefused), (file.Reason, file.IsRefused));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_too_long_is_not_read_to_its_end_whatever_was_announced(bool announced)
    {
        var endless = new Endless();
        _host.Then(() =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(endless) };
            if (announced) response.Content.Headers.ContentLength = 10_000_000;
            return Task.FromResult(response);
        });

        Assert.True((await ReadAsync("https://files.example/a")).IsTooLarge);
        Assert.InRange(endless.Taken, 0, announced ? 0 : 1_000_000);
    }

    [Fact]
    public async Task A_broken_connection_is_told()
    {
        _host.Then(() => throw new HttpRequestException("secret details"));

        Assert.Equal("cannot be fetched: the connection to the chat platform failed", (await ReadAsync("https://files.example/a")).Reason);
    }

    private Task<Download> ReadAsync(string address) => _files.ReadAsync(address, KeptAt, new AuthenticationHeaderValue("Bearer", "secret"), 100_000, default);

    private sealed class Endless : Stream
    {
        public long Taken { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Taken; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Taken += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
