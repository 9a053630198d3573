namespace BriefingBot.Slack.WebApi;

/// <param name="Title">What the button says.</param>
/// <param name="Message">What it says in the person's name.</param>
public sealed record SuggestedPrompt(string Title, string Message);
