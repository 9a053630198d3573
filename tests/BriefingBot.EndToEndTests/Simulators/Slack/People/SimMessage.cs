using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.People;

/// <summary>A message as people see it, with the times of its changes.</summary>
internal sealed class SimMessage(string ts, SimChannel channel, SimUser author, DateTimeOffset at)
{
    /// <summary>The id within its channel: seconds, a dot and six digits.</summary>
    public string Ts { get; } = ts;

    public SimChannel Channel { get; } = channel;

    public SimUser Author { get; } = author;

    public DateTimeOffset CreatedAt { get; } = at;

    /// <summary>When the bot changed it: updates, and what was appended to a stream.</summary>
    public List<DateTimeOffset> Edits { get; } = [];

    /// <summary>All earlier texts, oldest first: the progress a person saw.</summary>
    public List<string> EarlierTexts { get; } = [];

    public string Text { get; set; } = "";

    public JsonArray Blocks { get; set; } = [];

    public JsonArray Attachments { get; set; } = [];

    public IReadOnlyList<SimFile> Files { get; init; } = [];

    public JsonObject? Metadata { get; set; }

    /// <summary>The thread's first message; null for a message of the channel itself.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>A reply that the channel shows, too.</summary>
    public bool IsBroadcast { get; set; }

    /// <summary>Set when only this person sees the message.</summary>
    public SimUser? OnlyFor { get; init; }

    public SimStream? Stream { get; init; }

    public bool IsDeleted { get; set; }

    /// <summary>Whom it notified: user ids, "here", "channel", "everyone", or user-group ids with "!" before them.</summary>
    public List<string> Pings { get; } = [];

    /// <summary>Links that Slack was free to show a preview of.</summary>
    public List<string> UnfurledLinks { get; } = [];

    /// <summary>Text and the text of all blocks, as a person reads them.</summary>
    public string Shown => string.Join('\n', Blocks.Count == 0 || Stream is not null ? BlockTexts.Prepend(Text) : BlockTexts);

    public IEnumerable<JsonObject> Elements => BlockTree.Elements(Blocks);

    public IEnumerable<string> ActionIds => Elements.Select(element => element["action_id"].AsString()).OfType<string>();

    private IEnumerable<string> BlockTexts => BlockTree.Texts(Blocks).Select(text => text.Text);

    public bool IsVisibleTo(SimUser user) => !IsDeleted && (OnlyFor is null || OnlyFor.Id == user.Id);

    public JsonObject ToJson(World world, bool withMetadata = false)
    {
        var json = new JsonObject { ["type"] = "message", ["user"] = Author.Id, ["text"] = Text, ["ts"] = Ts, ["team"] = Author.Team.Id };
        if (Blocks.Count > 0) json["blocks"] = Blocks.DeepClone();
        if (Attachments.Count > 0) json["attachments"] = Attachments.DeepClone();
        if (Author.IsBot) (json["bot_id"], json["app_id"], json["bot_profile"]) = (world.BotId, world.AppId, world.BotProfile());
        else json["client_msg_id"] = world.ClientMessageId(this);
        if (Author.IsBot && Edits.Count > 0 && Stream is null) json["edited"] = new JsonObject { ["user"] = Author.Id, ["ts"] = World.Ts(Edits[^1], 0) };
        if (Stream is not null) json["streaming_state"] = Stream.IsOver ? "completed" : "in_progress";
        if (withMetadata && Metadata is not null) json["metadata"] = Metadata.DeepClone();
        if (Files.Count > 0) (json["subtype"], json["upload"], json["files"]) = ("file_share", false, new JsonArray([.. Files.Select(file => file.ToJson(world.Origin))]));
        AddThread(json);
        return json;
    }

    private void AddThread(JsonObject json)
    {
        var replies = Channel.Messages.Where(message => message.ThreadTs == Ts && message is { IsDeleted: false, OnlyFor: null }).ToList();
        if (ThreadTs is not null)
        {
            json["thread_ts"] = ThreadTs;
            if (Channel.Find(ThreadTs) is { } parent) json["parent_user_id"] = parent.Author.Id;
            if (IsBroadcast) json["subtype"] = "thread_broadcast";
        }
        else if (replies.Count > 0)
        {
            (json["thread_ts"], json["reply_count"], json["latest_reply"]) = (Ts, replies.Count, replies[^1].Ts);
            var users = replies.Select(reply => reply.Author.Id).Distinct().ToList();
            (json["reply_users_count"], json["reply_users"]) = (users.Count, new JsonArray([.. users.Select(user => JsonValue.Create(user))]));
        }
    }
}
