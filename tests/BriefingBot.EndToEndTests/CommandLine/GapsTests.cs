namespace BriefingBot.EndToEndTests.CommandLine;

public sealed class GapsTests : IDisposable
{
    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public async Task Before_anybody_has_asked_there_are_no_gaps()
    {
        Assert.StartsWith("No gaps", (await _newsroom.RunAsync("gaps")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await _newsroom.RunAsync("gaps", "--json")).Json.GetArrayLength());
    }
}
