using System.Collections.Concurrent;
using BriefingBot.Discord.Commands;
using BriefingBot.Discord.Resources;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord.Receiving;

/// <summary>
/// Who manages a server, for messages: unlike commands, they do not say what their author may do. What channels give and take
/// is left aside, since managing the server is above it.
/// </summary>
internal sealed class Administrators(DiscordRest rest, TimeProvider time)
{
    /// <summary>So long, a role counts as before it was changed.</summary>
    private static readonly TimeSpan Known = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Snowflake, (Guild Guild, DateTimeOffset Until)> _known = new();

    /// <param name="server">The server.</param>
    /// <param name="person">Who it is about.</param>
    /// <param name="roles">Their roles, without that of everyone.</param>
    /// <param name="cancellation">Stops asking.</param>
    /// <exception cref="DiscordException">Discord does not say, for now or at all.</exception>
    public async ValueTask<bool> IncludesAsync(Snowflake server, Snowflake person, IReadOnlyList<Snowflake> roles, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (!_known.TryGetValue(server, out var known) || known.Until <= now) _known[server] = known = (await rest.GetGuildAsync(server, cancellation), now + Known);
        return known.Guild.OwnerId == person
            || known.Guild.Roles.Any(role => (role.Id == server || roles.Contains(role.Id)) && Permissions.MayManageServer(role.Permissions));
    }
}
