namespace BriefingBot.Feeds;

/// <summary>How subscribed feeds are fetched; section <c>Feeds</c> of the configuration.</summary>
public sealed record FeedsOptions
{
    public const string Section = "Feeds";

    /// <summary>Minutes between two fetches of a feed; longer when its publisher asks for it or it fails.</summary>
    public int Minutes { get; init; } = 30;

    /// <summary>Whether the page of an item is read when the feed has only a summary of it.</summary>
    public bool FullText { get; init; } = true;

    /// <summary>Seconds between two requests to one host.</summary>
    public int DelaySeconds { get; init; } = 1;

    /// <summary>Seconds that one request may take, with its body.</summary>
    public int TimeoutSeconds { get; init; } = 30;

    /// <summary>
    /// Hosts, as <c>name</c> or <c>name:port</c>, that may have private addresses; with a port also that port. For
    /// feeds of one's own network.
    /// </summary>
    public IReadOnlyList<string> AllowHosts { get; init; } = [];

    /// <summary>Whether any host may have a private address. Whoever writes a feed can then have this machine ask your network.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>What the exceptions mean, for whoever runs the program; null when there are none.</summary>
    public string? Warning => AllowPrivateAddresses
        ? $"{Section}:{nameof(AllowPrivateAddresses)} is on: a feed, or a page it names, can make this machine send requests into your network. Name single hosts in {Section}:{nameof(AllowHosts)} instead."
        : AllowHosts.Count > 0 ? $"{Section}:{nameof(AllowHosts)} lets feeds reach private addresses of {string.Join(", ", AllowHosts)}." : null;

    /// <summary>What is wrong with the values, naming the key.</summary>
    public IEnumerable<string> Problems()
    {
        (string Key, int Value, int Least, int Most)[] numbers =
        [
            (nameof(Minutes), Minutes, 1, 10_080), (nameof(DelaySeconds), DelaySeconds, 0, 60), (nameof(TimeoutSeconds), TimeoutSeconds, 1, 300),
        ];
        foreach (var (key, value, least, most) in numbers)
        {
            if (value < least || value > most) yield return $"{Section}:{key} is {value}; it must be from {least} to {most}.";
        }

        foreach (var (index, host) in AllowHosts.Index())
        {
            if (!Uri.TryCreate($"http://{host}", UriKind.Absolute, out var uri) || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0 || host.EndsWith('/'))
            {
                yield return $"{Section}:{nameof(AllowHosts)}:{index} '{host}' is not a host such as feeds.example.org or 192.168.1.5:8080.";
            }
        }
    }
}
