using System.Globalization;
using System.Text;
using BriefingBot.Chat.Replies;
using BriefingBot.Discord.Resources;

namespace BriefingBot.Discord.Rendering;

/// <summary>
/// A story of a digest as a card. Nothing is cut: a story whose escaped text is longer than a card holds goes on in another
/// one, between lines.
/// </summary>
internal static class StoryEmbeds
{
    private const int MaxTitle = 256;
    private const int MaxDescription = 4096;

    public static IEnumerable<Embed> Of(StoryCard story)
    {
        var title = Safe(string.Create(CultureInfo.InvariantCulture, $"{story.Number} · {story.Headline}"));
        var fits = title.Length <= MaxTitle;
        foreach (var (i, text) in Pack(fits ? Lines(story) : Lines(story).Prepend($"**{title}**")).Index())
        {
            yield return new Embed { Title = i == 0 && fits ? title : null, Description = text };
        }
    }

    private static IEnumerable<string> Lines(StoryCard story)
    {
        if (story.Update.Length > 0) yield return $"**Update:** {Safe(story.Update)}";
        foreach (var sentence in story.Sentences) yield return $"{Safe(sentence.Text)} {string.Concat(sentence.Citations.Select(Mark))}";
        yield return $"*{Safe(story.Sources)}*";
        foreach (var link in story.Links) yield return $"-# {Link(link)}";
    }

    private static IEnumerable<string> Pack(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines.Select(l => TextSplitter.Fit(l, MaxDescription)))
        {
            if (text.Length > 0 && text.Length + 1 + line.Length > MaxDescription)
            {
                yield return text.ToString();
                text.Clear();
            }

            if (text.Length > 0) text.Append('\n');
            text.Append(line);
        }

        yield return text.ToString();
    }

    private static string Link(StoryLink link)
    {
        var number = link.Number > 0 ? $"{Mark(link.Number)} " : "";
        var name = Safe(link.Name) is { Length: > 0 } named ? named : "article";
        // Cards show masked links: https://discord.com/developers/docs/reference#message-formatting.
        return SafeUrl.Of(link.Url) is { } address ? $"{number}[{name}]({address})" : $"{number}{name}";
    }

    private static string Mark(int citation) => Safe(string.Create(CultureInfo.InvariantCulture, $"[{citation}]"));

    private static string Safe(string text) => DiscordText.Escape(text);
}
