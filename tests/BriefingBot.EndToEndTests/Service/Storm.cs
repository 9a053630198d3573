using BriefingBot.EndToEndTests.CommandLine;
using BriefingBot.EndToEndTests.Simulators.Llm;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>A question on the storm wall, and sentences on it that a model shortened from the articles' own.</summary>
internal static class Storm
{
    public const string Question = "What happened at the storm wall of Port Velmar?";

    public static IReadOnlyList<string> Sentences { get; } =
    [
        "Port Velmar reopened its northern harbour after nine weeks of repairs to the storm wall.",
        "Repairs to the storm wall cost 14 million crowns, according to the harbour board.",
        "Fishing crews had used the small southern harbour during the winter.",
    ];

    /// <summary>Enough room for all of them.</summary>
    public static void Prepare(Newsroom room) => room.Write("appsettings.json", """{"Answer":{"MaxSentences":3,"MaxWords":110}}""");

    /// <summary>Each with the key of the passage that bears it out.</summary>
    public static List<string> Lines(LlmRequest request) =>
    [
        $"{Sentences[0]} {Key(request, "nine weeks")}",
        $"{Sentences[1]} {Key(request, "according to the harbour board")}",
        $"{Sentences[2]} {Key(request, "Fishing crews")}",
    ];

    public static LlmReply Write(LlmRequest request) => LlmReply.Lines(Lines(request));

    private static string Key(LlmRequest request, string words) => $"[{request.Passages.First(p => p.Text.Contains(words, StringComparison.Ordinal)).Key}]";
}
