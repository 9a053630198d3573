namespace BriefingBot.Slack.WebApi;

/// <summary>A modal or home tab that is shown: https://docs.slack.dev/reference/views.</summary>
/// <param name="Id">For updates.</param>
/// <param name="Hash">Changes with each update; an update that names an older one is refused.</param>
public sealed record View(string Id, string? Hash);
