using System.Text.Json;
using BriefingBot.Discord.Resources;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord.Commands;

/// <summary>Makes Discord's list of our commands what it should be, and writes only where it is not: writing is limited by the day.</summary>
internal static class CommandRegistration
{
    /// <param name="rest">Discord.</param>
    /// <param name="application">The bot's application.</param>
    /// <param name="guilds">The servers to have the commands; none for everywhere.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How many lists were written.</returns>
    public static async Task<int> RegisterAsync(DiscordRest rest, Snowflake application, IReadOnlyList<Snowflake> guilds, CancellationToken cancellation)
    {
        var written = 0;
        foreach (var guild in guilds.Count == 0 ? [null] : guilds.Select(g => (Snowflake?)g))
        {
            var registered = await rest.GetCommandsAsync(application, guild, cancellation);
            if (Same(registered, BriefingCommands.List)) continue;

            await rest.OverwriteCommandsAsync(application, guild, BriefingCommands.List, cancellation);
            written++;
        }

        return written;
    }

    internal static bool Same(IReadOnlyList<ApplicationCommand> left, IReadOnlyList<ApplicationCommand> right) => Canonical(left) == Canonical(right);

    private static string Canonical(IReadOnlyList<ApplicationCommand> commands) => JsonSerializer.Serialize(
        [.. commands.Select(Plain).OrderBy(c => c.Type).ThenBy(c => c.Name, StringComparer.Ordinal)], DiscordJson.Default.IReadOnlyListApplicationCommand);

    /// <summary>Discord writes out what we leave to its defaults.</summary>
    private static ApplicationCommand Plain(ApplicationCommand command) => command with
    {
        Id = null,
        Description = command.Description is { Length: > 0 } description ? description : null,
        Options = Plain(command.Options),
        IntegrationTypes = command.IntegrationTypes?.Order().ToList(),
        Contexts = command.Contexts?.Order().ToList(),
    };

    private static List<CommandOption>? Plain(IReadOnlyList<CommandOption>? options) => options is not { Count: > 0 } ? null
        : [.. options.Select(o => o with
        {
            Required = o.Required is true ? true : null,
            Autocomplete = o.Autocomplete is true ? true : null,
            Choices = o.Choices is { Count: > 0 } ? o.Choices : null,
            ChannelTypes = o.ChannelTypes is { Count: > 0 } ? o.ChannelTypes : null,
            Options = Plain(o.Options),
        })];
}
