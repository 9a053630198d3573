using BriefingBot.Articles;
using CsCheck;

namespace BriefingBot.Tests.Articles;

public sealed class NewspaperTextTests
{
    private const string Prose = "The council met on Tuesday to hear what the dockers had to say about the ferries and the night crossings.";

    [Theory]
    [InlineData("Fishermen mend their nets in Sfax, Tunisia. AFP")]
    [InlineData("Fishermen mend their nets in Sfax. AP.")]
    [InlineData("Fishermen mend their nets | AFP")]
    [InlineData("A ferry leaves the port. Jane Roe/Getty Images")]
    [InlineData("A ferry leaves the port on Monday, June 20, 2022. Jane Roe / Reuters")]
    [InlineData("A ferry leaves the port. Jane Roe/Bloomberg via Getty Images")]
    [InlineData("A ferry leaves the port (AP Photo/Jane Roe)")]
    [InlineData("A ferry leaves the port. (Photo by Jane Roe - Pool/Getty Images)")]
    [InlineData("A ferry leaves the port. (Reuters)")]
    [InlineData("A ferry leaves the port. Photo: Jane Roe")]
    [InlineData("A ferry leaves the port. Image: EPA")]
    [InlineData("Photo: Jane Roe")]
    [InlineData("Credit: Jane Roe for the Example Times")]
    [InlineData("The minister in March. File photo")]
    [InlineData("FILE - In this Sept. 30, 2020 file photo, a ferry leaves the port.")]
    [InlineData("AFP")]
    public void A_photo_credit_makes_a_caption(string paragraph) => Assert.Equal(BlockKind.Caption, KindAmidProse(paragraph));

    [Theory]
    [InlineData("Powered by automated translation")]
    [InlineData("Read more: Ten things to know about ferries")]
    [InlineData("Read More")]
    [InlineData("Sign up for our newsletter. Explore the harbour with us.")]
    [InlineData("Subscribe to the Example Times")]
    [InlineData("Follow us on Facebook")]
    [InlineData("Share this article")]
    [InlineData("Advertisement")]
    [InlineData("© 2020 Example Times. All rights reserved.")]
    [InlineData("Click here to see the map")]
    [InlineData("This transcript was automatically generated and may not be accurate.")]
    [InlineData("Updated 3:14 PM ET, Thu October 1, 2020")]
    [InlineData("Published: 1 October 2020")]
    [InlineData("By Jane Roe and John Doe, Example News")]
    [InlineData("BY JANE ROE")]
    [InlineData("Related: Ferry strike looms")]
    [InlineData("Story continues below")]
    [InlineData("Jane Roe for Example hide caption")]
    [InlineData("London CNN —")]
    [InlineData("ALGIERS, Oct 1, 2020")]
    [InlineData("— Jane Roe contributed to this report.")]
    [InlineData("* * *")]
    public void What_a_page_prints_around_an_article_is_boilerplate(string paragraph) => Assert.Equal(BlockKind.Boilerplate, KindAmidProse(paragraph));

    [Theory]
    [InlineData("\"It allows operations overseas,\" a western diplomat told Reuters.")]
    [InlineData("The strike will go on, the union's leader told AP.")]
    [InlineData("The union's leader spoke to Reuters and AFP on Monday, and later to the Associated Press.")]
    [InlineData("Reuters could not reach the union.")]
    [InlineData("He joined Reuters in 2019")]
    [InlineData("The grants come from the Supplemental Nutrition Assistance Program (SNAP).")]
    [InlineData("\"We never said so,\" he told the agency. (Reuters)")]
    [InlineData("Read more than twenty books a year and you will see, the minister said.")]
    [InlineData("No further details were available. Read more here.")]
    [InlineData("By 2030, the ferries will run on hydrogen.")]
    [InlineData("By Monday the strike was over.")]
    [InlineData("Updated figures for 2020 show that fewer people sail.")]
    [InlineData("Published in 1922, the novel is set in the port.")]
    [InlineData("Subscribers lost access on 3 May 2020, the paper said.")]
    [InlineData("LONDON (AP) — The ferries will sail, the minister said.")]
    [InlineData("CNN — The ferries will sail, the minister said.")]
    [InlineData("(CNN) The ferries will sail, the minister said.")]
    [InlineData("Diesel: $6.08")]
    [InlineData("Oct. 27, 2018: the bridge opens; 40 boats")]
    [InlineData("• Florida, 3")]
    public void Sentences_and_lists_stay_body(string paragraph) => Assert.Equal(BlockKind.Body, KindAmidProse(paragraph));

    [Theory]
    [InlineData("Low fares, low approval")]
    [InlineData("‘A matter of time’")]
    public void A_short_line_without_a_full_stop_amid_prose_is_a_subheading(string line) => Assert.Equal(BlockKind.Subheading, KindAmidProse(line));

    [Fact]
    public void A_first_paragraph_that_repeats_the_known_title_is_the_headline()
    {
        var blocks = NewspaperText.Blocks($"Ferries sail again\n\n{Prose}", "Ferries sail again");

        Assert.Equal([BlockKind.Headline, BlockKind.Body], blocks.Select(b => b.Kind));
    }

    [Fact]
    public void Blocks_are_ordered_trimmed_and_hold_everything_but_white_space()
    {
        var fragment = Gen.OneOf<string>(
            "\n", "\n\n", " ", "\t", "\u00A0", "\u2028", "\u200B", "\u202E", "AP", " AFP", "/Getty Images", "(AP Photo/", ")", "(", "\"", "“", ".", "…", "—", "-",
            "By ", "BY ", "Photo:", "Credit: ", "Powered by ", "Updated ", "Published: ", "Sept. 30, 2020", "2020-02-30", "31 June 1999", "ALGIERS, Oct 1, 2020 —",
            "word", "Word ", "e\u0301", "\ud83d\ude00", "\ud83d", "\ude00", "12345", "2020", "FILE -", "Read more", "sign up", "newsletter", Prose, new string('x', 130));

        fragment.Array[0, 25].Select(string.Concat).Sample(text =>
        {
            foreach (var blocks in new[] { NewspaperText.Blocks(text, "Word"), NewspaperText.BlocksWithHeadline(text) }) AssertCovers(text, blocks);
        });
    }

    internal static void AssertCovers(string text, IReadOnlyList<Block> blocks)
    {
        var end = 0;
        foreach (var (span, kind) in blocks)
        {
            Assert.True(span.Start >= end && span.Length > 0, $"{span} after {end}");
            Assert.True(string.IsNullOrWhiteSpace(text[end..span.Start]), "text between blocks");
            Assert.Equal(span.Of(text).Trim(), span.Of(text));
            Assert.True(Enum.IsDefined(kind));
            end = span.End;
        }

        Assert.True(string.IsNullOrWhiteSpace(text[end..]), "text after the last block");
    }

    private static BlockKind KindAmidProse(string paragraph) => NewspaperText.Blocks($"{Prose}\n\n{paragraph}\n\n{Prose}")[1].Kind;
}
