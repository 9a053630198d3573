namespace BriefingBot.Discord.Resources;

/// <summary>https://discord.com/developers/docs/components/reference#component-object-component-types; others exist and are kept as numbers.</summary>
public enum ComponentType
{
    ActionRow = 1,
    Button = 2,
    StringSelect = 3,
    TextInput = 4,
    UserSelect = 5,
    RoleSelect = 6,
    MentionableSelect = 7,
    ChannelSelect = 8,
    Section = 9,
    TextDisplay = 10,
    Separator = 14,
    Container = 17,
    Label = 18,
}
