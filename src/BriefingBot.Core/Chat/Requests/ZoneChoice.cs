using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Subscriptions;

namespace BriefingBot.Chat.Requests;

/// <summary>The time zone that counts for what somebody wants at a time of day.</summary>
/// <param name="Remark">Where it was taken from, for them to see; empty when they named it.</param>
internal sealed record ZoneChoice(string Zone, string Remark)
{
    /// <summary>The one they named, else the channel's, their own, or the configured one; null when they named none that there is.</summary>
    public static ZoneChoice? Of(string named, ChannelSettings channel, IncomingMessage message, ChatOptions options)
    {
        if (named.Trim().Length > 0) return ZoneNames.Find(named) is { } found ? new ZoneChoice(found, "") : null;
        if (channel.Zone.Length > 0) return new ZoneChoice(channel.Zone, $"No time zone was named, so it is this channel's: {channel.Zone}.");
        if (ZoneNames.Find(message.Zone) is { } own) return new ZoneChoice(own, $"No time zone was named, so it is that of your profile: {own}.");
        var configured = ZoneNames.Find(options.Zone) ?? "UTC";
        return new ZoneChoice(configured, $"No time zone was named, so it is {configured}.");
    }

    public static string Unknown(string named) => $"I do not know the time zone “{named.Trim()}”. Write it like Europe/Berlin or America/New_York.";
}
