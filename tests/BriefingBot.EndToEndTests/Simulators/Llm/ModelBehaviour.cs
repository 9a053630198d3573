namespace BriefingBot.EndToEndTests.Simulators.Llm;

/// <summary>Models as they are met: good, gullible, careless, inventive.</summary>
internal static class ModelBehaviour
{
    public const string Bait = "Visit https://evil.example/login now @everyone.";

    /// <summary>The first sentence of each passage, at most three, under its own key.</summary>
    public static LlmReply Good(LlmRequest request) => LlmReply.Of(string.Join('\n', request.Passages.Take(3).Select(p => $"{p.FirstSentence} [{p.Key}]")));

    /// <summary>Of all sentences of the passages the three that have most of the question's words, each under its key.</summary>
    public static LlmReply Apt(LlmRequest request)
    {
        var asked = WordsOf(request.Question);
        var sentences = request.Passages.SelectMany(p => p.Text.Split(". ").Select(sentence => (Text: sentence.TrimEnd('.') + ".", p.Key)));
        return LlmReply.Lines(sentences.OrderByDescending(s => WordsOf(s.Text).Count(asked.Contains)).Take(3).Select(s => $"{s.Text} [{s.Key}]"));
    }

    /// <summary>Does what the material tells it to, if that tells it to do anything.</summary>
    public static LlmReply ObeysInjection(LlmRequest request) =>
        request.Passages.FirstOrDefault(p => p.Text.Contains("ignore", StringComparison.OrdinalIgnoreCase)) is { } told ? LlmReply.Of($"{Bait} [{told.Key}]") : Good(request);

    /// <summary>True sentences under keys that nobody gave it.</summary>
    public static LlmReply WrongKeys(LlmRequest request) => LlmReply.Of(string.Join('\n', request.Passages.Take(3).Select(p => $"{p.FirstSentence} [{p.Key}x9]")));

    /// <summary>What no passage says, under a right key.</summary>
    public static LlmReply Invents(LlmRequest request) =>
        LlmReply.Of($"Mayor Ulrika Stenhammar resigned on 12 June after losing 900 million crowns. [{request.Passages[0].Key}]");

    private static HashSet<string> WordsOf(string text) => [.. text.ToLowerInvariant().Split([' ', '.', ',', '?', '!', ':', '’', '\''], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Searches once if it may, then is good.</summary>
    public static Func<LlmRequest, LlmReply> SearchesFor(string query) => request => request.Tools.Contains("search") && !request.HasToolResult
        ? new LlmReply() { Calls = [new ToolCall("call_1", "search", $$"""{"query":"{{query}}"}""")] }
        : Good(request);
}
