using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Tests.SqliteStore;

namespace BriefingBot.Tests.Indexing;

public sealed class CopySignatureTests
{
    [Fact]
    public void Casing_punctuation_and_spacing_do_not_tell_bodies_apart()
    {
        var plain = Sign("The mayor said it's done - at last. \"We won't wait,\" she said.");
        var typeset = Sign("THE MAYOR said it’s done — at last.\n\n“We won’t wait”, she said.");

        Assert.Equal(plain.ToBytes(), typeset.ToBytes());
    }

    [Fact]
    public void Only_the_body_counts()
    {
        const string body = "The mayor said the bridge would open on Friday after two years of work.";
        var text = $"A headline that differs\n\n{body}\n\nA caption. AP";
        var article = Sample.Article("a") with
        {
            Text = text,
            Blocks =
            [
                new Block(new TextSpan(0, 23), BlockKind.Headline),
                new Block(new TextSpan(25, 25 + body.Length), BlockKind.Body),
                new Block(new TextSpan(27 + body.Length, text.Length), BlockKind.Caption),
            ],
        };

        Assert.Equal(Sign(body).ToBytes(), CopySignature.Of(article).ToBytes());
    }

    [Fact]
    public void A_signature_comes_back_from_its_bytes()
    {
        var signature = Sign(NewsText.Story(1, 200) + " 12 345 6,789");

        var read = CopySignature.FromBytes(signature.ToBytes());

        Assert.Equal((signature.Fingerprint, signature.Words, 1.0), (read.Fingerprint, read.Words, signature.Resemblance(read)));
        Assert.Equal(1.0, signature.CommonNumbers(read));
        Assert.Equal(signature.ToBytes(), read.ToBytes());
    }

    [Theory]
    [InlineData(60)]
    [InlineData(300)]
    [InlineData(2000)]
    public void The_estimated_resemblance_is_close_to_the_true_one(int words)
    {
        // One estimate from 128 slots has a standard error of at most 0.044 (Broder 1997); densification adds a
        // little for short texts (Shrivastava 2017). The mean over many pairs shows that there is no bias.
        var errors = new List<double>();
        for (var seed = 0; seed < 100; seed++)
        {
            var story = NewsText.Story(seed, words);
            var edited = NewsText.Edit(NewsText.Cut(story, 0.8), 0.03, seed + 1000);
            errors.Add(Sign(story).Resemblance(Sign(edited)) - TrueResemblance(story, edited));
        }

        Assert.InRange(errors.Average(), -0.02, 0.02);
        Assert.InRange(Math.Sqrt(errors.Average(e => e * e)), 0, 0.06);
    }

    [Fact]
    public void The_estimated_containment_of_a_cut_text_is_close_to_one()
    {
        var story = NewsText.Story(5, 600);
        var (whole, half) = (Sign(story), Sign(NewsText.Cut(story, 0.5)));

        Assert.InRange(whole.Containment(half, whole.Resemblance(half)), 0.85, 1);
        Assert.InRange(whole.Resemblance(half), 0.4, 0.6);
    }

    [Fact]
    public void Numbers_in_common_are_measured_once_there_are_three()
    {
        Assert.Null(Sign("Between 1 and 2 were seen").CommonNumbers(Sign("Between 1 and 2 and 3 were seen")));
        Assert.Equal(1.0, Sign("Of 10 only 20 and 30 remained").CommonNumbers(Sign("Of 10 only 20 and 30 and 40 remained")));
        Assert.Equal(0.0, Sign("Of 10 only 20 and 30 remained").CommonNumbers(Sign("Of 11 only 21 and 31 remained")));
    }

    private static CopySignature Sign(string body) => CopySignature.Of(Sample.Article("a", body));

    private static double TrueResemblance(string a, string b)
    {
        var (x, y) = (Shingles(a), Shingles(b));
        var common = x.Intersect(y).Count();
        return (double)common / (x.Count + y.Count - common);
    }

    private static HashSet<string> Shingles(string text)
    {
        var words = text.Replace(".", "", StringComparison.Ordinal).Split(' ');
        return [.. Enumerable.Range(0, words.Length - CopySignature.ShingleWords + 1).Select(i => string.Join(' ', words[i..(i + CopySignature.ShingleWords)]))];
    }
}
