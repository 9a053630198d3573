using System.Text.Json;
using BriefingBot.Answering.Checking;
using BriefingBot.Articles;
using BriefingBot.Passages;

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

    /// <summary>The sentences of the passages themselves, each with its passage.</summary>
    public static IReadOnlyList<(CitedText Cited, string Sentence)> OwnSentences(IEnumerable<LabelledSentence> set) => [.. set.SelectMany(s => s.Cited).DistinctBy(c => c.Passage)
        .SelectMany(cited => SentenceSplitter.Split(cited.Passage, new TextSpan(0, cited.Passage.Length)).Select(s => (cited, s.Of(cited.Passage))))];

    /// <summary>Holds a checker to a share of corrupted sentences caught and of true ones refused, and writes them down by kind.</summary>
    public static void Hold(IEnumerable<LabelledSentence> part, Func<string, IReadOnlyList<CitedText>, bool> passes, double caught, double refused, ITestOutputHelper output)
    {
        var judged = part.Select(s => (s.Kind, IsSupported: passes(s.Text, s.Cited))).ToList();
        foreach (var kind in judged.GroupBy(j => j.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{kind.Key,-18} {kind.Count(j => j.IsSupported == (kind.Key == Supported)),4} of {kind.Count(),4}");
        }

        Assert.True(judged.Where(j => j.Kind != Supported).Average(j => j.IsSupported ? 0.0 : 1.0) >= caught);
        Assert.True(judged.Where(j => j.Kind == Supported).Average(j => j.IsSupported ? 0.0 : 1.0) <= refused);
    }

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
