using System.Diagnostics.CodeAnalysis;

namespace BriefingBot.Discord.Resources;

/// <summary>https://discord.com/developers/docs/resources/message#message-object-message-flags</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "Discord's name for them.")]
public enum MessageFlags
{
    None = 0,
    SuppressEmbeds = 1 << 2,
    HasThread = 1 << 5,

    /// <summary>Only the person who asked sees it.</summary>
    Ephemeral = 1 << 6,
    Loading = 1 << 7,
    SuppressNotifications = 1 << 12,

    /// <summary>Made of components only, without content and embeds.</summary>
    IsComponentsV2 = 1 << 15,
}
