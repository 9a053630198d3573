using BriefingBot.Articles;
using BriefingBot.Digests;
using CsCheck;

namespace BriefingBot.Tests.Digests;

public sealed class DigestPropertyTests
{
    private static readonly string[] Words =
        ["bridge", "Strand", "Marie", "Belle", "2,600", "hectares", "nine", "said", "arrested", "Velmora", "ünïcode", "🚢", "\"quoted", $"unbreakable{new string('x', 150)}"];

    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);

    private static readonly Gen<string> Sentence = Word.Array[1, 60].Select(words => $"The {string.Join(' ', words)}.");

    private static readonly Gen<Article> Articles = Gen.Select(
        Word.Array[0, 40], Sentence.Array[1, 4], Gen.Int[0, 3], Gen.Int[0, 600], Gen.Int[1, 60],
        (title, paragraphs, day, address, outlet) => NewsDesk.Article("a", string.Join(' ', title), day == 3 ? "" : $"2024-03-{17 + day}", new string('o', outlet), paragraphs)
            with { Url = $"https://example.org/{new string('u', address)}" });

    [Fact]
    public void A_digest_fits_its_bounds_and_accounts_for_every_article_whatever_the_articles_are() =>
        Gen.Select(Articles.Array[0, 14], Gen.Enum<DigestLength>()).Sample(
            (made, length) =>
            {
                var articles = made.Select((a, i) => a with { Id = ArticleId.Parse($"a-{i}") }).ToArray();
                using var desk = new NewsDesk(articles);
                var limits = DigestLimits.Of(length);
                var sent = SentStories.None;
                foreach (var day in new[] { Strand.Monday, Strand.Tuesday })
                {
                    var request = new DigestRequest(DigestPeriod.Day(day)) { Length = length, Sent = sent };
                    var digest = desk.Digests.WriteAsync(request, CancellationToken.None).AsTask().GetAwaiter().GetResult();
                    Fits(digest, limits);
                    Assert.Equal(digest.Articles, digest.Stories.Sum(s => s.Articles.Count) + digest.LeftOut.Where(l => l.Reason != LeftOutReason.Undated).Sum(l => l.Articles));
                    sent = sent.With(digest);
                }
            },
            iter: 60, threads: 1);

    private static void Fits(Digest digest, DigestLimits limits)
    {
        Assert.True(digest.Stories.Count <= limits.Stories);
        Assert.True(DigestText.Of(digest).Length <= limits.Text);
        Assert.True(DigestText.Account(digest).Length <= DigestLimits.Account);
        foreach (var story in digest.Stories)
        {
            Assert.InRange(story.Headline.Length, 1, DigestLimits.Headline);
            Assert.InRange(story.Sentences.Count, 1, limits.Sentences);
            Assert.All(story.Sentences, s => Assert.InRange(s.Text.Length, 1, DigestLimits.Sentence));
            Assert.InRange(DigestText.Of(story, limits.Links).Length, 1, limits.StoryText);
        }

        Assert.Equal(digest.Stories.Count, digest.Stories.DistinctBy(s => s.Id).Count());
    }
}
