namespace BriefingBot.Slack.WebApi;

/// <summary>What to change for an error to go away; empty where nothing helps but what the error itself says.</summary>
internal static class ErrorAdvice
{
    private const string Apps = "https://api.slack.com/apps";

    public static string For(ApiMethod method, ApiStatus said) => said.Error switch
    {
        ErrorCode.InvalidAuth or ErrorCode.NotAuthed or ErrorCode.TokenRevoked or ErrorCode.TokenExpired or ErrorCode.AccountInactive => $" Slack does not accept the token. {Token(method)}",
        ErrorCode.NotAllowedTokenType => $" That is the wrong kind of token. {Token(method)}",
        ErrorCode.MissingScope => MissingScope(method, said),
        ErrorCode.NotInChannel => " Invite the bot to the channel with /invite.",
        ErrorCode.ChannelNotFound => " The channel does not exist, or it is private and the bot is not in it: invite it with /invite.",
        ErrorCode.UserNotInChannel => " That person is not in the channel.",
        ErrorCode.IsArchived => " The channel is archived.",
        ErrorCode.RestrictedAction or "restricted_action_read_only_channel" or "restricted_action_thread_only_channel" => " The channel's or workspace's settings do not let the bot post there.",
        ErrorCode.MessageTooLong => " The text is longer than Slack takes.",
        ErrorCode.EditWindowClosed or ErrorCode.CantUpdateMessage => " The message can no longer be changed.",
        ErrorCode.ExpiredTrigger or "exchanged_trigger_id" => " The window was opened too late, or twice.",
        ErrorCode.ExpiredUrl or ErrorCode.UsedUrl => " The command or click was answered too late or too often.",
        "accesslimited" or "ip_not_allowed" or "access_denied" => " The workspace's settings do not let the bot in from here.",
        "ekm_access_denied" or "enterprise_is_restricted" => " The organisation's settings do not let the bot post.",
        "method_deprecated" or "deprecated_endpoint" or "unknown_method" => " Update this program.",
        ErrorCode.FatalError or ErrorCode.InternalError or ErrorCode.ServiceUnavailable => " That is trouble of Slack's own.",
        _ when method.UsesAppToken => $" See that Socket Mode is on and the app installed, at {Apps}.",
        _ => "",
    };

    private static string Token(ApiMethod method) => method.UsesAppToken
        ? $"Set {SlackOptions.Section}:{nameof(SlackOptions.AppToken)} to an app-level token (xapp-) with the scope connections:write, from Basic Information of the app at {Apps}."
        : $"Set {SlackOptions.Section}:{nameof(SlackOptions.BotToken)} to the bot token (xoxb-) on OAuth & Permissions of the app at {Apps}.";

    private static string MissingScope(ApiMethod method, ApiStatus said)
    {
        if (method.UsesAppToken) return $" {Token(method)}";

        var provided = string.IsNullOrEmpty(said.Provided) ? "" : $" It has {said.Provided}.";
        return $" Add the bot token scope {said.Needed} on OAuth & Permissions of the app at {Apps} and install the app again.{provided}";
    }
}
