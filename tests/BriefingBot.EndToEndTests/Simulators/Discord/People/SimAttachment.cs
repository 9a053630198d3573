using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Discord.People;

/// <summary>An uploaded file. Whoever has its signed address may read it.</summary>
internal sealed record SimAttachment(ulong Id, string Name, byte[] Content, string Origin)
{
    public string Path => $"/attachments/{Id}/{Uri.EscapeDataString(Name)}";

    public JsonObject ToJson() => new()
    {
        ["id"] = Id.ToString(),
        ["filename"] = Name,
        ["size"] = Content.Length,
        ["url"] = $"{Origin}{Path}?ex=1&is=1&hm=1",
        ["proxy_url"] = $"https://media.discordapp.net{Path}?ex=1&is=1&hm=1",
        ["content_type"] = "text/plain; charset=utf-8",
    };
}
