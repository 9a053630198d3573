namespace BriefingBot.Slack.WebApi;

/// <summary>A call to make.</summary>
/// <param name="Method">Which method.</param>
/// <param name="Content">Makes the body, anew for each try.</param>
internal sealed record ApiRequest(ApiMethod Method, Func<HttpContent> Content)
{
    /// <summary>The channel that a message is posted to.</summary>
    public string? PostsTo { get; init; }

    /// <summary>Where to, when it is not the method's own address.</summary>
    public Uri? ResponseUrl { get; init; }
}

/// <param name="Body">JSON; empty when an earlier try had gone through already.</param>
/// <param name="Scopes">What the token may do, from the header; null when it is missing.</param>
internal sealed record ApiResponse(byte[] Body, string? Scopes = null);
