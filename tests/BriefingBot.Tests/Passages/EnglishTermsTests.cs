using BriefingBot.Articles;
using BriefingBot.Passages;
using CsCheck;

namespace BriefingBot.Tests.Passages;

public sealed class EnglishTermsTests
{
    [Fact]
    public void Words_are_stemmed_and_stop_words_left_out_with_the_place_of_each_word()
    {
        const string text = "The president’s ministers resigned.";

        var terms = EnglishTerms.Of(text, new TextSpan(4, text.Length));

        Assert.Equal(["presid", "minist", "resign"], terms.Select(t => t.Stem));
        Assert.Equal(["president’s", "ministers", "resigned"], terms.Select(t => t.Span.Of(text)));
    }

    [Fact]
    public void Any_text_gives_terms_in_order_within_its_range() =>
        Gen.Select(Gen.String[0, 60], Gen.String[0, 60], Gen.String[0, 60]).Sample((before, middle, after) =>
        {
            var range = new TextSpan(before.Length, before.Length + middle.Length);

            var terms = EnglishTerms.Of(before + middle + after, range);

            Assert.All(terms, term => Assert.True(range.Contains(term.Span) && term.Stem.Length > 0));
            Assert.Equal(terms.Select(t => t.Span.Start).Order(), terms.Select(t => t.Span.Start));
        });

    [Fact]
    public async Task Threads_that_analyse_at_once_agree()
    {
        var words = Enumerable.Range(0, 200).Select(i => $"Runnings{i} walked{i}").ToArray();

        var found = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => words.SelectMany(w => EnglishTerms.Of(w)).ToList())));

        Assert.All(found, terms => Assert.Equal(found[0], terms));
    }
}
