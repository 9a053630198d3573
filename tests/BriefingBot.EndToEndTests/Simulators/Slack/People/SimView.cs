using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.People;

/// <summary>A modal or a person's Home tab. A modal is closed when the person or a response closes it.</summary>
internal sealed class SimView(string id, SimUser user, JsonObject view, int revision)
{
    public string Id { get; } = id;

    public SimUser User { get; } = user;

    public JsonObject View { get; private set; } = view;

    public string Hash { get; private set; } = HashOf(id, revision);

    /// <summary>The first view of the modal's stack, and the one below this.</summary>
    public SimView? Root { get; init; }

    public SimView? Previous { get; init; }

    public bool IsOpen { get; set; } = true;

    /// <summary>What the last submission was refused for: block id to message.</summary>
    public JsonObject Errors { get; set; } = [];

    public string? CallbackId => View["callback_id"].AsString();

    public IEnumerable<JsonObject> Elements => BlockTree.Elements(View["blocks"]);

    /// <summary>All text of the view, its title included.</summary>
    public string Shown => string.Join('\n', BlockTree.Texts(View["blocks"]).Select(text => text.Text).Prepend(View["title"]?["text"].AsString()).OfType<string>());

    public void Replace(JsonObject view, int revision) => (View, Hash) = (view, HashOf(Id, revision));

    public JsonObject ToJson(World world, JsonObject? state = null)
    {
        var json = (JsonObject)View.DeepClone();
        (json["id"], json["team_id"], json["app_id"], json["bot_id"], json["hash"]) = (Id, world.Team.Id, world.AppId, world.BotId, Hash);
        (json["root_view_id"], json["previous_view_id"], json["app_installed_team_id"]) = ((Root ?? this).Id, Previous?.Id, world.Team.Id);
        (json["state"], json["external_id"]) = (new JsonObject { ["values"] = state ?? [] }, View["external_id"].AsString() ?? "");
        foreach (var field in (string[])["private_metadata", "callback_id"]) json[field] ??= "";
        foreach (var field in (string[])["title", "close", "submit"]) json[field] ??= null;
        foreach (var field in (string[])["clear_on_close", "notify_on_close"]) json[field] ??= false;
        return json;
    }

    private static string HashOf(string id, int revision) => $"{1700000000 + revision}.{id[^4..]}";
}
