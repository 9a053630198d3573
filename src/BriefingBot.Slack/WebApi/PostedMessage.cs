namespace BriefingBot.Slack.WebApi;

/// <summary>Where a message is.</summary>
/// <param name="Channel">The channel's id, also when it was posted to a person.</param>
/// <param name="Ts">Its timestamp, which is its id in the channel.</param>
public sealed record PostedMessage(string Channel, string Ts);
