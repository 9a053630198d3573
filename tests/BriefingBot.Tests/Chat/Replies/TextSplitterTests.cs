using System.Globalization;
using BriefingBot.Chat.Replies;
using CsCheck;

namespace BriefingBot.Tests.Chat.Replies;

public sealed class TextSplitterTests
{
    private const string Link = "https://example.org/a/b?c=d";

    private static readonly string[] Fragile =
    [
        " ", " ", "\n", "\r\n", ". ", "? ", "😀", "👩‍👩‍👧", "e\u0301", "🇩🇿", "\u0308 ",
        $" {Link} ", $" [a title]({Link}) ", $" <{Link}|a title> ", "“A quote,” he said. ", "1. Oct. 2020 ",
    ];

    /// <summary>Words among everything that must not be torn apart.</summary>
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Char['a', 'z'].Array[1, 12].Select(c => new string(c)), Gen.Int[0, Fragile.Length - 1].Select(i => Fragile[i])).Array[0, 60].Select(parts => string.Concat(parts));

    [Fact]
    public void Every_piece_fits_and_nothing_but_white_space_is_lost() => Gen.Select(Texts, Gen.Int[40, 200]).Sample((text, limit) =>
    {
        var pieces = TextSplitter.Split(text, new MessageLimits(limit, 1000));

        Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, limit));
        Assert.All(pieces, piece => Assert.Equal(piece, piece.TrimEnd()));
        Assert.Equal(WithoutSpace(text), WithoutSpace(string.Concat(pieces)));
    });

    [Fact]
    public void No_piece_ends_inside_a_character_or_a_link() => Gen.Select(Texts, Gen.Int[40, 200]).Sample((text, limit) =>
    {
        var clean = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var starts = StringInfo.ParseCombiningCharacters(clean).ToHashSet();
        var at = 0;
        foreach (var piece in TextSplitter.Split(text, new MessageLimits(limit, 1000)))
        {
            at = clean.IndexOf(piece, at, StringComparison.Ordinal);
            var end = at + piece.Length;
            Assert.Contains(at, starts);
            Assert.True(end == clean.Length || starts.Contains(end), $"{piece}|{clean[end..]}");
            at = end;
        }

        // A web address, bare or inside its brackets, is whole wherever it stands.
        Assert.Equal(Count(clean, Link), TextSplitter.Split(text, new MessageLimits(limit, 1000)).Sum(p => Count(p, Link)));
    });

    [Fact]
    public void A_cut_text_keeps_to_the_limit_whatever_it_is() => Gen.Select(Texts, Gen.Int[2, 60], Gen.Int[1, 3]).Sample((text, limit, messages) =>
    {
        Assert.InRange(TextSplitter.Fit(text, limit).Length, 0, limit);
        var pieces = TextSplitter.Split(text, new MessageLimits(limit + MessageLimits.ShortestText, messages));
        Assert.InRange(pieces.Count, 0, messages);
        Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, limit + MessageLimits.ShortestText));
    });

    [Fact]
    public void It_splits_between_sentences_where_it_can()
    {
        var pieces = TextSplitter.Split("The bridge is closed. Mr. Veld asks for patience. The ferry runs hourly.", new MessageLimits(52, 10));

        Assert.Equal(["The bridge is closed. Mr. Veld asks for patience.", "The ferry runs hourly."], pieces);
    }

    [Fact]
    public void A_link_longer_than_a_message_is_left_out_rather_than_halved()
    {
        var pieces = TextSplitter.Split($"See https://example.org/{new string('x', 80)} for more.", new MessageLimits(50, 10));

        Assert.Equal(["See … for more."], pieces);
    }

    [Fact]
    public void A_character_of_endless_accents_is_cut_between_code_points()
    {
        var pieces = TextSplitter.Split("a" + string.Concat(Enumerable.Repeat("\U0001D165", 40)), new MessageLimits(20, 10));

        Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, 20));
        Assert.All(pieces, piece => Assert.False(char.IsHighSurrogate(piece[^1]) || char.IsLowSurrogate(piece[0])));
    }

    private static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
