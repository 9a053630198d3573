namespace BriefingBot.Slack.Delivery;

/// <summary>Slack's codes that mean something to a delivery: https://docs.slack.dev/reference/methods/chat.postMessage#errors.</summary>
internal static class ErrorCodes
{
    /// <summary>The bot cannot be heard there, or the person cannot.</summary>
    public static bool IsNotMember(string? code) => code is "not_in_channel" or "channel_not_found" or "user_not_in_channel";

    /// <summary>Somebody has to change the app or its token; then it works.</summary>
    public static bool IsInstallation(string? code) => code is "invalid_auth" or "not_authed" or "account_inactive" or "token_revoked" or "token_expired" or "missing_scope" or "no_permission" or "ekm_access_denied";

    /// <summary>The message that was to be changed is gone, or no longer to be changed.</summary>
    public static bool IsGone(string? code) => code is "message_not_found" or "cant_update_message" or "edit_window_closed";

    /// <summary>The stream has ended: by its time limit of five minutes, or as somebody stopped it.</summary>
    public static bool IsStreamOver(string? code) => code is "message_not_in_streaming_state" or "streaming_state_conflict" or "message_not_found";
}
