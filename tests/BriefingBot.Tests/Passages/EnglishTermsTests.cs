using BriefingBot.Articles;
using BriefingBot.Passages;
using CsCheck;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace BriefingBot.Tests.Passages;

public sealed class EnglishTermsTests
{
    private static readonly EnglishAnalyzer Lucene = new(LuceneVersion.LUCENE_48);

    [Fact]
    public void Words_are_stemmed_and_stop_words_left_out_with_the_place_of_each_word()
    {
        const string text = "The president’s ministers resigned.";

        var terms = EnglishTerms.Of(text, new TextSpan(4, text.Length));

        Assert.Equal(["presid", "minist", "resign"], terms.Select(t => t.Stem));
        Assert.Equal(["president’s", "ministers", "resigned"], terms.Select(t => t.Span.Of(text)));
    }

    [Theory]
    [InlineData("U.S. inflation hit 9.1%, or $1,234.56; the Fed's 0.75-point rise wasn't enough: \"no,\" he said.")]
    [InlineData("It's O'Brien's and the boys' 5'11 rock ’n’ roll, a:b 1:2 a,b 1;2 a.b.c 3.a b.4 .5 6. :x y:")]
    [InlineData("Café São Paulo, Zoë’s naïve résumé £5m 20°C – “quoted” … • done\r\n\tnext line")]
    [InlineData("snake_case __init__ _x 1_000 e\u0301tude İstanbul straße ﬁne x\u200By co\u00ADop")]
    [InlineData("北京 and Киев, नमस्ते 🙂👍🏽 #tag @user http://example.com/a_b?c=d a@b.co")]
    public void Terms_are_those_of_Lucenes_english_analyzer(string text) => AssertSame(text);

    [Fact]
    public void Any_text_of_print_characters_has_the_terms_of_Lucenes_english_analyzer() =>
        Gen.Char["abcsS'’‘.,:;-_ 019A\"“é\n%"].Array[0, 60].Sample(text => AssertSame(new string(text)), iter: 20_000);

    [Fact]
    public void Any_text_at_all_has_the_terms_of_Lucenes_english_analyzer() =>
        Gen.OneOf(Gen.Char["abS'’.,:;_ 01"], Gen.Char['\u0080', '\u024F'], Gen.Char['\u0300', '\u0600'], Gen.Char['\u2000', '\u2070'])
            .Array[0, 40].Sample(text => AssertSame(new string(text)), iter: 5_000);

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(5000)]
    public void Very_long_words_are_treated_as_Lucene_treats_them(int length) => AssertSame($"before {new string('x', length)} after");

    [Fact]
    public void More_words_than_are_remembered_keep_their_stems()
    {
        for (var i = 0; i < 300_000; i++) AssertSameStem($"runnings{i}x");
        AssertSameStem("runnings0x");
    }

    [Fact]
    public async Task Threads_that_meet_new_words_agree()
    {
        var words = Enumerable.Range(0, 200).Select(i => $"Runnings{i} walked{i}").ToArray();

        var found = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => words.SelectMany(w => EnglishTerms.Of(w)).ToList())));

        Assert.All(found, terms => Assert.Equal(found[0], terms));
    }

    private static void AssertSameStem(string word) => Assert.Equal([new Term(word, new TextSpan(0, word.Length))], EnglishTerms.Of(word));

    private static void AssertSame(string text)
    {
        Assert.Equal(Read(Lucene, text), Read(EnglishTerms.Analyzer, text));
        Assert.Equal(Read(Lucene, text).Select(t => new Term(t.Stem, new TextSpan(t.Start, t.End))), EnglishTerms.Of(text));
    }

    private static List<(string Stem, int Start, int End, int Step)> Read(Analyzer analyzer, string text)
    {
        var terms = new List<(string, int, int, int)>();
        using var stream = analyzer.GetTokenStream("field", text);
        var (word, offset, step) = (stream.GetAttribute<ICharTermAttribute>(), stream.GetAttribute<IOffsetAttribute>(), stream.GetAttribute<IPositionIncrementAttribute>());
        stream.Reset();
        while (stream.IncrementToken()) terms.Add((word.ToString()!, offset.StartOffset, offset.EndOffset, step.PositionIncrement));
        stream.End();
        return terms;
    }
}
