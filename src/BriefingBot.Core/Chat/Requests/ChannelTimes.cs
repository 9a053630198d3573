using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Subscriptions;

namespace BriefingBot.Chat.Requests;

/// <summary>Reads quiet hours and time zone of a channel.</summary>
/// <param name="Remark">Which zone was taken, where none was named.</param>
/// <param name="Problem">What the person is told instead; then nothing changes.</param>
internal sealed record ChannelTimes(ChannelSettings Settings, string Remark = "", string Problem = "")
{
    public static ChannelTimes Read(SettingsRequest request, ChannelSettings settings, IncomingMessage message, ChatOptions options)
    {
        if (request is { Quiet: null, Zone: null }) return new ChannelTimes(settings);
        var quiet = request.Quiet is null ? settings.Quiet : QuietHours.Read(request.Quiet);
        if (quiet is null && request.Quiet is { } written && !IsOff(written)) return Refused(settings, $"I do not understand “{written.Trim()}” as quiet hours. Write them like 22:00-07:00, or off for none.");
        if (request.Zone is { } zoneless && IsOff(zoneless))
        {
            return quiet is null ? new ChannelTimes(settings with { Quiet = null, Zone = "" }) : Refused(settings, "Quiet hours need a time zone. Name another one, or take them away with “off” as well.");
        }

        if (quiet is null && request.Zone is null) return new ChannelTimes(settings with { Quiet = null });
        return ZoneChoice.Of(request.Zone ?? "", settings, message, options) is { } zone
            ? new ChannelTimes(settings with { Quiet = quiet, Zone = zone.Zone }, zone.Remark)
            : Refused(settings, ZoneChoice.Unknown(request.Zone!));
    }

    private static ChannelTimes Refused(ChannelSettings settings, string problem) => new(settings, Problem: problem);

    private static bool IsOff(string written) => written.Trim().ToLowerInvariant() is SettingsRequest.Off or "none" or "no";
}
