using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.People;

/// <summary>A workspace: the app's own, or another company's whose people come in by Slack Connect.</summary>
internal sealed record SimTeam(string Id, string Name)
{
    public string Domain => Name.ToLowerInvariant();

    public JsonObject ToJson() => new() { ["id"] = Id, ["domain"] = Domain };
}
