namespace BriefingBot.Benchmarks.VersusLucene;

/// <summary>What to compare on.</summary>
/// <param name="Articles">How many articles to generate, unless <paramref name="Corpus"/> names a file of real ones.</param>
/// <param name="Questions">A question file as <c>eval</c> reads it, for <paramref name="Corpus"/>.</param>
/// <param name="Folder">Where corpus, database and indexes go.</param>
internal sealed record ComparisonOptions(int Articles, string? Corpus, string? Questions, string Folder, bool Json)
{
    /// <summary>About 290,000 passages.</summary>
    public const int FullSize = 20_218;

    private const int SmallEnoughToRepeat = 5000;

    public int Rounds => Corpus is null && Articles > SmallEnoughToRepeat ? 1 : 2;
}
