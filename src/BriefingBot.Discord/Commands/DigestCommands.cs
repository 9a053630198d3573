using BriefingBot.Chat.Requests;
using BriefingBot.Digests;
using BriefingBot.Discord.Resources;

namespace BriefingBot.Discord.Commands;

/// <summary>The subcommands of <c>/digest</c>.</summary>
internal static class DigestCommands
{
    private static readonly CommandOption Topic = BriefingCommands.Text(BriefingCommands.Topic, "What the stories have to be about", 200);

    private static readonly CommandOption Length = BriefingCommands.Text(BriefingCommands.Length, "brief: five stories; full: ten, with more of each", 10) with
    {
        MaxLength = null,
        Choices = [.. Enum.GetNames<DigestLength>().Select(name => new CommandChoice(name.ToLowerInvariant(), name.ToLowerInvariant()))],
    };

    private static readonly CommandOption Time = BriefingCommands.Text(BriefingCommands.Time, "Time of day, like 08:00", 20);

    private static readonly CommandOption Days = BriefingCommands.Text(BriefingCommands.Days, "daily, weekdays, weekends, or days like mon, wed, fri", 100);

    private static readonly CommandOption Silent = BriefingCommands.YesOrNo(BriefingCommands.Silent, "Send nothing when nothing is new");

    private static readonly CommandOption Id = BriefingCommands.Text(BriefingCommands.Id, "Which digest, as “list” names it; not needed for the only one", 20);

    /// <summary>Those that act on a digest that exists.</summary>
    public static IReadOnlyDictionary<string, SubscriptionAction> Actions { get; } =
        Enum.GetValues<SubscriptionAction>().ToDictionary(action => action.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static IReadOnlyList<CommandOption> Subcommands { get; } =
    [
        BriefingCommands.Subcommand(BriefingCommands.Now, "Sums up the last 24 hours", Topic, Length),
        BriefingCommands.Subcommand(
            BriefingCommands.Subscribe, "Sends a digest here at a time of day; in channels, for those who manage them",
            Time with { Required = true },
            BriefingCommands.Text(BriefingCommands.Zone, "Time zone, like Europe/Berlin; the channel's if left out", 60) with { Autocomplete = true },
            Days,
            Topic,
            BriefingCommands.Text(BriefingCommands.Sources, "Outlets, with commas between them; all if left out", 500),
            Length,
            Silent),
        BriefingCommands.Subcommand(
            BriefingCommands.Edit, "Changes what you name of a digest; in channels, for those who manage them",
            Id,
            Time,
            BriefingCommands.Text(BriefingCommands.Zone, "Time zone, like Europe/Berlin", 60) with { Autocomplete = true },
            Days,
            BriefingCommands.Text(BriefingCommands.Topic, $"What the stories have to be about; “{BriefingCommands.All}” for everything", 200),
            BriefingCommands.Text(BriefingCommands.Sources, $"Outlets, with commas between them; “{BriefingCommands.All}” for all", 500),
            Length,
            Silent),
        BriefingCommands.Subcommand("list", "Shows the digests that come here, and any trouble with them"),
        BriefingCommands.Subcommand("preview", "Shows you what would be sent now", Id),
        BriefingCommands.Subcommand("pause", "Stops a digest until it is resumed", Id),
        BriefingCommands.Subcommand("resume", "Goes on with a paused digest", Id),
        BriefingCommands.Subcommand("unsubscribe", "Ends a digest", Id),
        BriefingCommands.Subcommand("why", "Says why a story was in the last digest, or was not", BriefingCommands.Text(BriefingCommands.Words, "Words of its headline", 100), Id),
    ];
}
