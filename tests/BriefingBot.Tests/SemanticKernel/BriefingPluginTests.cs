using BriefingBot.Articles;
using BriefingBot.SemanticKernel;
using Microsoft.SemanticKernel;

namespace BriefingBot.Tests.SemanticKernel;

/// <summary>The functions for agents, called as a kernel calls them.</summary>
public sealed class BriefingPluginTests : IDisposable
{
    private readonly NewsDesk _desk = new(
        NewsDesk.Article("wall", "Storm wall repaired", "2024-03-01", "Coast Courier", "The repairs to the storm wall cost 14 million crowns.", "“The wall will stand for another fifty years,” harbour master Oskar Brandt said."),
        NewsDesk.Article("rival", "Storm wall too dear", "2024-03-02", "Northern Ledger", "The repairs to the storm wall cost too much, critics said."),
        NewsDesk.Article("later", "Storm wall opens", "2024-03-25", "Coast Courier", "The storm wall was opened by the mayor."));

    [Fact]
    public async Task Search_gives_what_the_asker_may_see_and_nothing_later()
    {
        var found = await CallAsync<IReadOnlyList<FoundPassage>>("search", new() { ["query"] = "repairs to the storm wall" }, "Coast Courier");

        Assert.Equal("wall", Assert.Single(found!.Select(f => f.ArticleId).Distinct()));
    }

    [Fact]
    public async Task Quotes_are_given_with_their_speaker()
    {
        var found = await CallAsync<IReadOnlyList<FoundSpeech>>("quotes", new() { ["topic"] = "storm wall" });

        Assert.Contains(found!, q => q is { Speaker: "Oskar Brandt", ArticleId: "wall" });
    }

    [Theory]
    [InlineData("wall", true)]
    [InlineData("rival", false)]
    [InlineData("later", false)]
    [InlineData("nowhere", false)]
    public async Task An_article_outside_of_what_may_be_seen_is_as_if_it_were_not_there(string id, bool seen) =>
        Assert.Equal(seen, await CallAsync<FoundPassage>("article", new() { ["id"] = id }, "Coast Courier") is not null);

    public void Dispose() => _desk.Dispose();

    private async Task<T?> CallAsync<T>(string function, KernelArguments arguments, params string[] sources)
    {
        var plugin = new BriefingPlugin(_desk.Retriever, _desk.Scopes, _desk.Quotes, _desk.Library, new ArticleAccess([], sources), NewsDesk.Now).ToPlugin();
        Assert.All(plugin, f => Assert.NotEmpty(f.Description));
        return (await plugin[function].InvokeAsync(new Kernel(), arguments, CancellationToken.None)).GetValue<T>();
    }
}
