namespace BriefingBot.Discord.Resources;

/// <summary>https://discord.com/developers/docs/resources/channel#channel-object-channel-types; others exist and are kept as numbers.</summary>
public enum ChannelType
{
    GuildText = 0,
    DirectMessage = 1,
    GuildVoice = 2,
    GroupDirectMessage = 3,
    GuildCategory = 4,
    GuildAnnouncement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    GuildForum = 15,
}
