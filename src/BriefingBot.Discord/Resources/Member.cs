namespace BriefingBot.Discord.Resources;

/// <summary>A user in a server: https://discord.com/developers/docs/resources/guild#guild-member-object.</summary>
public sealed record Member
{
    /// <summary>Absent in the events of messages, which carry the author beside it.</summary>
    public User? User { get; init; }

    public string? Nick { get; init; }

    public IReadOnlyList<Snowflake> Roles { get; init => field = value ?? []; } = [];

    /// <summary>Bit set in decimal, in interactions only: what the member may do in that channel.</summary>
    public string? Permissions { get; init; }
}
