namespace BriefingBot.Hosting;

/// <summary>The web server of the service; section <c>Web</c> of the configuration.</summary>
public sealed record WebOptions
{
    public const string Section = "Web";
    public const string ListenKey = $"{Section}:{nameof(Listen)}";

    /// <summary>The address to listen at, such as <c>http://127.0.0.1:8080</c>; port 0 takes a free one. Empty leaves the web server off.</summary>
    public string Listen { get; init; } = "";

    /// <summary>What is wrong with the values, naming the key.</summary>
    public IEnumerable<string> Problems()
    {
        if (Listen.Length == 0) yield break;
        if (!Uri.TryCreate(Listen, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttp || address.PathAndQuery != "/")
        {
            yield return $"{ListenKey} '{Listen}' is not an address such as http://127.0.0.1:8080; encryption is for a proxy in front of it.";
        }
    }
}
