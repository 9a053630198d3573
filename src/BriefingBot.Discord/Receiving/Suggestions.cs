using System.Text.Json;
using BriefingBot.Chat.Subscriptions;
using BriefingBot.Discord.Commands;
using BriefingBot.Discord.Resources;

namespace BriefingBot.Discord.Receiving;

/// <summary>What is offered while somebody types an option: https://discord.com/developers/docs/interactions/application-commands#autocomplete.</summary>
internal static class Suggestions
{
    private const int MaxChoices = 25;

    public static IReadOnlyList<CommandChoice> For(InteractionData typed) =>
        typed.Options.SelectMany(o => o.Options.Prepend(o)).FirstOrDefault(o => o.Focused == true) is { Name: BriefingCommands.Zone, Value: { ValueKind: JsonValueKind.String } text }
            ? [.. ZoneNames.Suggest(text.GetString()!, MaxChoices).Select(zone => new CommandChoice(zone, zone))]
            : [];
}
