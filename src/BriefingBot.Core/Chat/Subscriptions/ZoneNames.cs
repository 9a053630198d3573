using NodaTime;

namespace BriefingBot.Chat.Subscriptions;

/// <summary>Time zones by their IANA names.</summary>
public static class ZoneNames
{
    private static readonly IReadOnlyList<string> All = DateTimeZoneProviders.Tzdb.Ids;

    /// <summary>By name in any case, or by a city that only one zone is named after: "berlin". Null for anything else.</summary>
    public static string? Find(string text)
    {
        var wanted = text.Trim().Replace(' ', '_');
        if (wanted.Length == 0) return null;
        if (All.FirstOrDefault(id => id.Equals(wanted, StringComparison.OrdinalIgnoreCase)) is { } exact) return exact;
        var cities = All.Where(id => id.EndsWith($"/{wanted}", StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return cities.Count == 1 ? cities[0] : null;
    }

    /// <summary>UTC for a name that is none, or that has left the rules.</summary>
    public static DateTimeZone ZoneOf(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) ?? DateTimeZone.Utc;

    /// <summary>Names that hold what is being typed, those that begin with it or have a city that does first.</summary>
    public static IReadOnlyList<string> Suggest(string typed, int most)
    {
        var wanted = typed.Trim().Replace(' ', '_');
        return [.. All.Where(id => id.Contains(wanted, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(id => id.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) || id.Contains($"/{wanted}", StringComparison.OrdinalIgnoreCase))
            // Regions and cities before "Etc/GMT+3" and such.
            .ThenBy(id => id.StartsWith("Etc/", StringComparison.Ordinal) || !id.Contains('/', StringComparison.Ordinal))
            .ThenBy(id => id, StringComparer.Ordinal).Take(most)];
    }
}
