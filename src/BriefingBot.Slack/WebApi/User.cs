namespace BriefingBot.Slack.WebApi;

/// <summary>A person or bot: https://docs.slack.dev/reference/objects/user-object.</summary>
public sealed record User(string Id)
{
    public string? TeamId { get; init; }

    public string? Name { get; init; }

    public string? RealName { get; init; }

    /// <summary>In the time zone database's names, such as <c>Europe/Amsterdam</c>.</summary>
    public string? Tz { get; init; }

    public string? Locale { get; init; }

    public bool Deleted { get; init; }

    public bool IsBot { get; init; }

    public bool IsAdmin { get; init; }

    public bool IsOwner { get; init; }

    public bool IsPrimaryOwner { get; init; }

    /// <summary>A guest, of several channels or of one.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>A guest of one channel.</summary>
    public bool IsUltraRestricted { get; init; }

    /// <summary>Of another organisation, met by Slack Connect.</summary>
    public bool IsStranger { get; init; }

    public EnterpriseUser? EnterpriseUser { get; init; }
}

/// <summary>A person in their organisation of several workspaces.</summary>
public sealed record EnterpriseUser
{
    public string? Id { get; init; }

    public string? EnterpriseId { get; init; }

    public IReadOnlyList<string>? Teams { get; init; }
}
