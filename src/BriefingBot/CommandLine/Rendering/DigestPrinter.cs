using BriefingBot.Digests;
using Spectre.Console;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>A digest for people.</summary>
internal static class DigestPrinter
{
    public static void Print(this IAnsiConsole console, Digest digest)
    {
        foreach (var (index, story) in digest.Stories.Index())
        {
            if (index > 0) console.WriteLine();
            PrintStory(console, story, DigestLimits.Of(digest.Request.Length).Links);
        }

        if (digest.Stories.Count > 0) console.WriteLine();
        console.Line(DigestText.Account(digest), Styles.Dim);
    }

    private static void PrintStory(IAnsiConsole console, DigestStory story, int links)
    {
        console.Line(story.Headline, Styles.Heading);
        if (story.Update is { } update) console.Line($"Update: {update}", Styles.Good, indent: 2);
        foreach (var sentence in story.Sentences) console.Line($"{sentence.Text} {string.Concat(sentence.Citations.Select(n => $"[{n}]"))}", indent: 2);
        console.Line($"{DigestText.Sources(story)}; story {story.Id}", Styles.Dim, indent: 2);
        foreach (var citation in story.Citations) console.Line($"[{citation.Number}] {citation.Article.Name()}, {citation.Article.Origin()}", indent: 2);
        foreach (var article in story.Links.Take(links)) console.Line(article.Url, Styles.Mark, indent: 2);
    }
}
