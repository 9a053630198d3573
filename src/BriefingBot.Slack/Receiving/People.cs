using System.Collections.Concurrent;
using BriefingBot.Slack.Installation;
using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack.Receiving;

/// <summary>Who may ask, who may administer, and in which time zone they are.</summary>
internal sealed class People(SlackWebApi api, SlackOptions options, Myself myself, TimeProvider time)
{
    private const int MostKnown = 10_000;

    /// <summary>So long, somebody who was made a guest or no longer is an admin counts as before.</summary>
    private static readonly TimeSpan Known = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (User User, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<User>>> _lookups = new(StringComparer.Ordinal);

    /// <returns>Why this person gets no answer; null when they get one.</returns>
    /// <exception cref="SlackException">Slack cannot be asked now.</exception>
    public async ValueTask<string?> ObjectionAsync(string id, CancellationToken cancellation)
    {
        if (options is { AnswerGuests: true, AnswerConnect: true }) return null;
        if (await FindAsync(id, cancellation) is not { } user) return "I cannot look up who you are, so I cannot answer. Please tell an administrator.";
        if (!options.AnswerConnect && IsOutsider(user, await myself.GetAsync(cancellation))) return "I answer members of my own organisation only.";
        return !options.AnswerGuests && (user.IsRestricted || user.IsUltraRestricted) ? "I answer full members only, not guests." : null;
    }

    public async ValueTask<bool> IsAdministratorAsync(string id, CancellationToken cancellation) =>
        options.Administrators.Contains(id) || (await FindAsync(id, cancellation) is { } user
            && (user.IsAdmin || user.IsOwner || user.IsPrimaryOwner) && !IsOutsider(user, await myself.GetAsync(cancellation)));

    /// <summary>Of their profile; empty while Slack does not say: there are other zones to take.</summary>
    public async ValueTask<string> ZoneAsync(string id, CancellationToken cancellation)
    {
        try
        {
            return (await FindAsync(id, cancellation))?.Tz ?? "";
        }
        catch (SlackException)
        {
            return "";
        }
    }

    /// <summary>An admin elsewhere is none here.</summary>
    private static bool IsOutsider(User user, Identity me)
    {
        if (user.IsStranger) return true;
        if (user.TeamId is null || user.TeamId == me.TeamId) return false;
        return !(user.EnterpriseUser is { } enterprise
            && ((me.EnterpriseId is not null && enterprise.EnterpriseId == me.EnterpriseId) || enterprise.Teams?.Contains(me.TeamId) == true));
    }

    /// <summary>Null when Slack refuses to say. Several envelopes at once of one person take one look-up.</summary>
    private async ValueTask<User?> FindAsync(string id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(id, out var known) && known.Until > now) return known.User;
        if (_known.Count >= MostKnown) _known.Clear();
        var lookup = _lookups.GetOrAdd(id, asked => new Lazy<Task<User>>(() => api.GetUserAsync(asked, CancellationToken.None)));
        try
        {
            var user = await lookup.Value.WaitAsync(cancellation);
            _known[id] = (user, now + Known);
            return user;
        }
        catch (SlackException e) when (!e.IsTransient && e.Code is not null && !ErrorCode.IsTokenRefused(e.Code))
        {
            return null;
        }
        finally
        {
            _lookups.TryRemove(KeyValuePair.Create(id, lookup));
        }
    }
}
