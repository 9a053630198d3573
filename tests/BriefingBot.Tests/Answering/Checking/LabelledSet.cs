using System.Text.Json;
using BriefingBot.Answering.Checking;

namespace BriefingBot.Tests.Answering.Checking;

/// <summary>Invented passages with sentences about them, each marked with what was done to it.</summary>
internal static class LabelledSet
{
    public const string Supported = "supported";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Sentences told freely.</summary>
    public static IReadOnlyList<LabelledSentence> Read() => Read("support-set.jsonl");

    /// <summary>Sentences written as a model is asked to write them: the passages' own, shortened.</summary>
    public static IReadOnlyList<LabelledSentence> ReadShortened() => Read("shortening-set.jsonl");

    private static IReadOnlyList<LabelledSentence> Read(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Answering", "Checking", file))
            .Select(line => JsonSerializer.Deserialize<Story>(line, Json)!)
            .SelectMany(story => story.Sentences.Select(s => new LabelledSentence(s.Kind, story.Set, s.Text, [.. story.Cited.Select(c => new CitedText(c.Text, c.Title, c.Source, c.Published))])))];

    private sealed record Story(string Set, IReadOnlyList<Cited> Cited, IReadOnlyList<Sentence> Sentences);

    private sealed record Cited(string Source, DateOnly Published, string Title, string Text);

    private sealed record Sentence(string Kind, string Text);
}

/// <param name="Kind">"supported", or how the sentence was corrupted.</param>
/// <param name="Set">"calibration", "held-back", or the letter of a set written later, in other manners.</param>
internal sealed record LabelledSentence(string Kind, string Set, string Text, IReadOnlyList<CitedText> Cited);
