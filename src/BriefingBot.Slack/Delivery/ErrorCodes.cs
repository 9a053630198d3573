using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack.Delivery;

/// <summary>What Slack's errors mean for a delivery.</summary>
internal static class ErrorCodes
{
    /// <summary>The bot cannot be heard there, or the person cannot.</summary>
    public static bool IsNotMember(string? code) => code is ErrorCode.NotInChannel or ErrorCode.ChannelNotFound or ErrorCode.UserNotInChannel;

    /// <summary>Somebody has to change the app or its token; then it works.</summary>
    public static bool IsInstallation(string? code) =>
        ErrorCode.IsTokenRefused(code) || code is ErrorCode.MissingScope or ErrorCode.NotAllowedTokenType or ErrorCode.OrganisationLoginRequired or ErrorCode.TeamAddedToOrganisation;

    /// <summary>The message that was to be changed is gone, or no longer to be changed.</summary>
    public static bool IsGone(string? code) => code is ErrorCode.MessageNotFound or ErrorCode.CantUpdateMessage or ErrorCode.EditWindowClosed;

    /// <summary>The stream has ended: by its time limit of five minutes, or as somebody stopped it.</summary>
    public static bool IsStreamOver(string? code) => code is ErrorCode.MessageNotInStreamingState or ErrorCode.StreamingStateConflict or ErrorCode.MessageNotFound;
}
