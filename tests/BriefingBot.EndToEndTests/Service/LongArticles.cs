using System.Text.Json;
using BriefingBot.EndToEndTests.CommandLine;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Articles on one dam, each with one long sentence of words that no other shares and a figure of its own.</summary>
internal static class LongArticles
{
    public const string Question = "How many turbines does the dam of Lake Orvan have?";

    public static readonly int[] Figures = [111, 222, 333, 444, 555];

    /// <param name="wordLength">A word counts once towards an answer's length, however long it is.</param>
    public static void Write(Newsroom room, int wordLength)
    {
        foreach (var (i, figure) in Figures.Index()) room.Write($"seeds/dam-{i}.jsonl", Article(i, figure, wordLength));
    }

    private static string Article(int number, int figure, int wordLength)
    {
        var words = Enumerable.Range(0, 36).Select(i => $"{(char)('a' + number)}{(char)('b' + i % 20)}onstructional{(char)('a' + i / 20)}ness".PadRight(wordLength, 'n'));
        return JsonSerializer.Serialize(new
        {
            id = $"dam-{number}",
            title = $"The turbines of the dam of Lake Orvan, part {number}",
            source = $"Dam Paper {number}",
            published = $"2021-05-0{number + 1}",
            text = $"The dam of Lake Orvan has {figure} turbines, with {string.Join(' ', words)} as well.",
        });
    }
}
