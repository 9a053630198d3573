using BriefingBot.Chat.Requests;
using BriefingBot.Discord.Resources;

namespace BriefingBot.Discord.Commands;

/// <summary>The subcommands of <c>/alert</c>.</summary>
internal static class AlertCommands
{
    private const int LongestTopic = 300;

    private static readonly CommandOption Id = BriefingCommands.Text(BriefingCommands.Id, "Which alert, as “list” names it; not needed for the only one", 20);

    /// <summary>Those that act on alerts that exist.</summary>
    public static IReadOnlyDictionary<string, AlertAction> Actions { get; } =
        Enum.GetValues<AlertAction>().ToDictionary(action => action.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static IReadOnlyList<CommandOption> Subcommands { get; } =
    [
        BriefingCommands.Subcommand(BriefingCommands.On, "Tells you here when something arrives on a topic", BriefingCommands.Text(BriefingCommands.Topic, "A topic, or a question", LongestTopic, required: true)),
        BriefingCommands.Subcommand("list", "Shows the alerts of this place"),
        BriefingCommands.Subcommand("pause", "Stops watching until it is resumed", Id),
        BriefingCommands.Subcommand("resume", "Goes on with a paused or muted alert", Id),
        BriefingCommands.Subcommand("mute", "Says nothing for a week, then what came meanwhile", Id),
        BriefingCommands.Subcommand("remove", "Ends an alert", Id),
        BriefingCommands.Subcommand("test", "Shows what an alert would have told lately", BriefingCommands.Text(BriefingCommands.Topic, "A topic to try in place of an alert", LongestTopic), Id),
    ];
}
