using BriefingBot.Chat.Replies;
using BriefingBot.Discord.Resources;
using BriefingBot.Quotes;

namespace BriefingBot.Discord.Rendering;

/// <summary>A card for each source, packed into as many messages as they need.</summary>
internal static class SourceEmbeds
{
    public const int MaxEmbeds = 10;

    /// <summary>All texts of all embeds of a message.</summary>
    public const int MaxSum = 6000;

    private const int MaxTitle = 256;
    private const int MaxQuote = 900;
    private const int MaxFooter = 256;

    public static Embed Of(SourceCard card)
    {
        var number = card.Number > 0 ? $"{card.Number} · " : "";
        return new Embed
        {
            Title = TextSplitter.Fit($"{number}{(DiscordText.Escape(card.Title) is { Length: > 0 } title ? title : "Untitled")}", MaxTitle),
            Url = SafeUrl.Of(card.Url),
            Description = DiscordText.Escape(card.Quote) is { Length: > 0 } quote ? TextSplitter.Fit(QuotedText.InMarks(quote), MaxQuote) : null,
            Footer = new EmbedFooter(TextSplitter.Fit(string.Join(" · ", new[] { card.Source, card.Published }.Select(ForeignText.Plain).Where(s => s.Length > 0).DefaultIfEmpty("undated")), MaxFooter)),
        };
    }

    public static int Length(Embed embed) =>
        (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0) + (embed.Footer?.Text.Length ?? 0);

    public static IReadOnlyList<IReadOnlyList<Embed>> Pack(IEnumerable<Embed> embeds)
    {
        var packs = new List<List<Embed>>();
        var sum = 0;
        foreach (var embed in embeds)
        {
            if (packs.Count == 0 || packs[^1].Count == MaxEmbeds || sum + Length(embed) > MaxSum)
            {
                packs.Add([]);
                sum = 0;
            }

            packs[^1].Add(embed);
            sum += Length(embed);
        }

        return packs;
    }
}
