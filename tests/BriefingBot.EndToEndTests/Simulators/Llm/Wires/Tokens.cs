namespace BriefingBot.EndToEndTests.Simulators.Llm.Wires;

/// <summary>Counts words as tokens.</summary>
internal static class Tokens
{
    public static int In(LlmRequest request) => Of(request.Text);

    public static int Of(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
