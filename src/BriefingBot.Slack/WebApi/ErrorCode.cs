namespace BriefingBot.Slack.WebApi;

/// <summary>The errors that are acted on; each method's page lists its own: https://docs.slack.dev/reference/methods.</summary>
public static class ErrorCode
{
    public const string AccountInactive = "account_inactive";
    public const string CannotReplyToMessage = "cannot_reply_to_message";
    public const string CantUpdateMessage = "cant_update_message";
    public const string ChannelNotFound = "channel_not_found";
    public const string EditWindowClosed = "edit_window_closed";
    public const string ExpiredTrigger = "expired_trigger_id";
    public const string ExpiredUrl = "expired_url";
    public const string FatalError = "fatal_error";
    public const string HashConflict = "hash_conflict";
    public const string InternalError = "internal_error";
    public const string InvalidAuth = "invalid_auth";
    public const string InvalidBlocks = "invalid_blocks";
    public const string IsArchived = "is_archived";
    public const string MessageLimitExceeded = "message_limit_exceeded";
    public const string MessageNotFound = "message_not_found";
    public const string MessageNotInStreamingState = "message_not_in_streaming_state";
    public const string MessageTooLong = "msg_too_long";
    public const string MissingScope = "missing_scope";
    public const string NotAllowedTokenType = "not_allowed_token_type";
    public const string NotAuthed = "not_authed";
    public const string NotInChannel = "not_in_channel";
    public const string OrganisationLoginRequired = "org_login_required";
    public const string RateLimited = "ratelimited";

    /// <summary>What chat.postMessage says for <see cref="RateLimited"/> when it is not the HTTP layer that does.</summary>
    public const string RateLimitedPosts = "rate_limited";
    public const string RequestTimeout = "request_timeout";
    public const string RestrictedAction = "restricted_action";
    public const string ServiceUnavailable = "service_unavailable";
    public const string StreamingStateConflict = "streaming_state_conflict";
    public const string TeamAddedToOrganisation = "team_added_to_org";
    public const string ThreadNotFound = "thread_not_found";
    public const string TokenExpired = "token_expired";
    public const string TokenRevoked = "token_revoked";
    public const string UsedUrl = "used_url";
    public const string UserNotInChannel = "user_not_in_channel";
    public const string ViewNotFound = "not_found";

    /// <summary>Nothing works any more with this token, whatever is called.</summary>
    public static bool IsTokenRefused(string? code) => code is InvalidAuth or NotAuthed or AccountInactive or TokenRevoked or TokenExpired;
}
