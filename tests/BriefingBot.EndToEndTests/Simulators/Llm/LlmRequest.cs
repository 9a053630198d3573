using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BriefingBot.EndToEndTests.Simulators.Llm;

/// <summary>What was asked of the model, the same whichever protocol it came by.</summary>
/// <param name="Tools">Names of the functions that it may call; empty too when they are declared but not to be called.</param>
/// <param name="Body">As it came.</param>
internal sealed partial record LlmRequest(string Model, IReadOnlyList<LlmMessage> Messages, IReadOnlyList<string> Tools, bool Streams, JsonNode Body)
{
    public string Text => string.Join("\n\n", Messages.Select(m => m.Text));

    /// <summary>Whether a function has returned something.</summary>
    public bool HasToolResult => Messages.Any(m => m.Role == "tool");

    /// <summary>Whether a follow-up is to be made a question of its own.</summary>
    public bool IsRewriting => Text.Contains("<earlier-", StringComparison.Ordinal);

    /// <summary>What the person asks.</summary>
    public string Question => Asked().Match(Text).Groups["text"].Value;

    /// <summary>Passages of the material and of searches, as a model that reads its prompt finds them.</summary>
    public IReadOnlyList<GivenPassage> Passages => [.. Passage().Matches(Text).Select(m => new GivenPassage(m.Groups["key"].Value, m.Groups["outlet"].Value, m.Groups["text"].Value))];

    [GeneratedRegex("""<(?<tag>passage-[0-9a-f]+) key="(?<key>[^"]*)"(?: outlet="(?<outlet>[^"]*)")?[^>]*>\n(?<text>.*?)\n</\k<tag>>""", RegexOptions.Singleline)]
    private static partial Regex Passage();

    [GeneratedRegex("""<(?<tag>question-[0-9a-f]+)>\n(?<text>.*?)\n</\k<tag>>""", RegexOptions.Singleline)]
    private static partial Regex Asked();
}

internal sealed record LlmMessage(string Role, string Text);

internal sealed record GivenPassage(string Key, string Outlet, string Text)
{
    public string FirstSentence => Text.ReplaceLineEndings(" ").Split(". ")[0].TrimEnd('.') + ".";
}
