using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.People;

internal enum ChannelKind
{
    Public,
    Private,
    Direct,
    Group,
}

/// <summary>A conversation: a channel, a direct message with the bot, or a group direct message.</summary>
internal sealed class SimChannel(string id, string name, ChannelKind kind, SimTeam team)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public ChannelKind Kind { get; } = kind;

    /// <summary>The other person of a direct message.</summary>
    public SimUser? With { get; init; }

    /// <summary>Shared with another workspace by Slack Connect.</summary>
    public SimTeam? SharedWith { get; init; }

    public List<SimUser> Members { get; } = [];

    public bool BotIsMember { get; set; } = true;

    public bool IsArchived { get; set; }

    public List<SimMessage> Messages { get; } = [];

    public bool IsDirect => Kind == ChannelKind.Direct;

    /// <summary>As events name it.</summary>
    public string Type => Kind switch { ChannelKind.Public => "channel", ChannelKind.Private => "group", ChannelKind.Direct => "im", _ => "mpim" };

    /// <summary>The part of a scope before the colon that covers this kind of conversation.</summary>
    public string ScopeName => Kind switch { ChannelKind.Public => "channels", ChannelKind.Private => "groups", ChannelKind.Direct => "im", _ => "mpim" };

    public SimMessage? Find(string? ts) => Messages.Find(message => message.Ts == ts && message is { IsDeleted: false, OnlyFor: null });

    /// <summary>https://docs.slack.dev/reference/objects/conversation-object</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["created"] = 1700000000, ["is_im"] = IsDirect, ["is_org_shared"] = false, ["is_archived"] = IsArchived, ["context_team_id"] = team.Id };
        if (With is not null)
        {
            (json["user"], json["is_open"]) = (With.Id, true);
            return json;
        }

        (json["name"], json["name_normalized"], json["is_channel"], json["is_group"]) = (Name, Name, Kind == ChannelKind.Public, Kind == ChannelKind.Private);
        (json["is_mpim"], json["is_private"], json["is_member"], json["is_general"]) = (Kind == ChannelKind.Group, Kind != ChannelKind.Public, BotIsMember, false);
        (json["is_shared"], json["is_ext_shared"], json["creator"]) = (SharedWith is not null, SharedWith is not null, Members.FirstOrDefault()?.Id ?? "U0");
        json["shared_team_ids"] = SharedWith is null ? new JsonArray(team.Id) : new JsonArray(team.Id, SharedWith.Id);
        return json;
    }
}
