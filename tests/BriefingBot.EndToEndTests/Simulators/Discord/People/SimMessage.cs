using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Discord.People;

/// <summary>A message as people see it, with the times of its edits.</summary>
internal sealed class SimMessage(ulong id, SimChannel channel, SimUser author, DateTimeOffset at)
{
    public const int Ephemeral = 1 << 6, Loading = 1 << 7, ComponentsV2 = 1 << 15;

    public ulong Id { get; } = id;

    public SimChannel Channel { get; } = channel;

    public SimUser Author { get; } = author;

    public DateTimeOffset CreatedAt { get; } = at;

    /// <summary>When the bot changed it; a deferred reply's first filling counts.</summary>
    public List<DateTimeOffset> Edits { get; } = [];

    /// <summary>All earlier contents, oldest first: the progress a person saw.</summary>
    public List<string> EarlierContents { get; } = [];

    public string Content { get; set; } = "";

    public JsonArray Embeds { get; set; } = [];

    public JsonArray Components { get; set; } = [];

    public IReadOnlyList<SimAttachment> Attachments { get; init; } = [];

    public int Flags { get; set; }

    public JsonNode? Nonce { get; set; }

    public SimMessage? RepliesTo { get; set; }

    public SimChannel? Thread { get; set; }

    public SimInteraction? Interaction { get; set; }

    public bool IsDeleted { get; set; }

    /// <summary>Whom it notified: user ids, "everyone", "here" or role ids with "&amp;" before them.</summary>
    public List<string> Pings { get; } = [];

    /// <summary>Set when only this person sees the message.</summary>
    public SimUser? OnlyFor => (Flags & Ephemeral) != 0 ? Interaction?.User : null;

    /// <summary>"is thinking…" is all that shows so far.</summary>
    public bool IsLoading => (Flags & Loading) != 0;

    public IEnumerable<JsonObject> AllComponents => Components.Objects().SelectMany(Flatten);

    public IEnumerable<string> ButtonIds => AllComponents.Select(component => component["custom_id"].AsString()).OfType<string>();

    public bool IsVisibleTo(SimUser user) => !IsDeleted && (OnlyFor is null || OnlyFor.Id == user.Id);

    /// <param name="withContent">False where the Message Content intent is needed and missing.</param>
    public JsonObject ToJson(bool withContent = true, IEnumerable<SimUser>? mentions = null)
    {
        var json = new JsonObject
        {
            ["id"] = Id.ToString(),
            ["channel_id"] = Channel.Id.ToString(),
            ["author"] = Author.ToJson(),
            ["content"] = withContent ? Content : "",
            ["timestamp"] = Iso(CreatedAt),
            ["edited_timestamp"] = Edits.Count > 0 ? Iso(Edits[^1]) : null,
            ["tts"] = false,
            ["mention_everyone"] = Pings.Contains("everyone"),
            ["mentions"] = new JsonArray([.. (mentions ?? []).Select(user => user.ToJson())]),
            ["mention_roles"] = new JsonArray(),
            ["attachments"] = withContent ? new JsonArray([.. Attachments.Select(file => file.ToJson())]) : [],
            ["embeds"] = withContent ? Embeds.DeepClone() : new JsonArray(),
            ["components"] = withContent ? Components.DeepClone() : new JsonArray(),
            ["pinned"] = false,
            ["type"] = Interaction is { Type: 2 } ? 20 : RepliesTo is null ? 0 : 19,
            ["flags"] = Flags,
        };
        if (Nonce is not null) json["nonce"] = Nonce.DeepClone();
        if (RepliesTo is not null) AddReference(json, RepliesTo);
        if (Interaction is not null) AddInteraction(json, Interaction);
        if (Thread is not null) json["thread"] = Thread.ToJson();
        return json;
    }

    private static void AddReference(JsonObject json, SimMessage parent)
    {
        json["message_reference"] = new JsonObject { ["type"] = 0, ["message_id"] = parent.Id.ToString(), ["channel_id"] = parent.Channel.Id.ToString(), ["guild_id"] = parent.Channel.Guild?.Id.ToString() };
        if (parent.Channel.IsDirect) ((JsonObject)json["message_reference"]!).Remove("guild_id");
        var shown = parent.RepliesTo is null ? parent.ToJson() : new JsonObject(parent.ToJson().Where(field => field.Key != "referenced_message").Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
        json["referenced_message"] = parent.IsDeleted ? null : shown;
    }

    private static void AddInteraction(JsonObject json, SimInteraction interaction)
    {
        (json["application_id"], json["webhook_id"]) = (interaction.ApplicationId.ToString(), interaction.ApplicationId.ToString());
        json["interaction_metadata"] = new JsonObject
        {
            ["id"] = interaction.Id.ToString(),
            ["type"] = interaction.Type,
            ["user"] = interaction.User.ToJson(),
            ["authorizing_integration_owners"] = interaction.Owners(),
        };
        if (interaction is { Type: 3, Source: { } source }) json["interaction_metadata"]!["interacted_message_id"] = source.Id.ToString();
    }

    private static IEnumerable<JsonObject> Flatten(JsonObject component) =>
        component["components"].Objects().Append(component["accessory"] as JsonObject).OfType<JsonObject>().SelectMany(Flatten).Prepend(component);

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", System.Globalization.CultureInfo.InvariantCulture);
}
