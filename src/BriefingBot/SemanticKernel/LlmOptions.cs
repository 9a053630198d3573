using System.Globalization;

namespace BriefingBot.SemanticKernel;

/// <summary>The language model that writes answers, if there is one; section <c>Llm</c> of the configuration.</summary>
public sealed record LlmOptions
{
    public const string Section = "Llm";
    public const string ProviderKey = $"{Section}:{nameof(Provider)}";
    public const string OpenAI = "openai";
    public const string AzureOpenAI = "azure-openai";
    public const string OpenAICompatible = "openai-compatible";
    public const string Ollama = "ollama";
    public const string Anthropic = "anthropic";
    public const string DefaultOllamaEndpoint = "http://localhost:11434";

    /// <summary>All that <see cref="Provider"/> can name.</summary>
    public static IReadOnlyList<string> Providers { get; } = [OpenAI, AzureOpenAI, OpenAICompatible, Ollama, Anthropic];

    /// <summary>One of <see cref="Providers"/>; empty leaves answers to the articles' own sentences.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Where the provider is; empty for its public address, or this machine with Ollama.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>The model, or with Azure OpenAI the deployment.</summary>
    public string Model { get; init; } = "";

    /// <summary>The key; servers of one's own may need none.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>Seconds for a whole answer with its searches and retries, 1 to 600.</summary>
    public int TimeoutSeconds { get; init; } = 40;

    /// <summary>Seconds until the first piece of a reply, and between two pieces, 1 to 600.</summary>
    public int FirstTokenSeconds { get; init; } = 15;

    /// <summary>How often a request that failed before its first piece is made again, 0 to 5.</summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>Requests at a time, 1 to 64.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Rounds in which the model may search again for one answer, 0 to 3.</summary>
    public int MaxSearches { get; init; } = 1;

    /// <summary>Tokens, in and out, in a day of UTC: altogether, of one person; 0 for no limit.</summary>
    public long TokensPerDay { get; init; } = 2_000_000;

    public long TokensPerUserAndDay { get; init; } = 200_000;

    /// <summary>Prices for a million tokens in any currency, to note what was spent; 0 notes nothing.</summary>
    public decimal PricePerMillionInputTokens { get; init; }

    public decimal PricePerMillionOutputTokens { get; init; }

    public bool IsOn => Provider.Length > 0;

    /// <summary>What is wrong with the values, naming the key but never quoting the model's key.</summary>
    public IEnumerable<string> Problems() => [.. ProblemsOfProvider(), .. ProblemsOfNumbers()];

    /// <summary>Leaves the key out, so that logging the options cannot give it away.</summary>
    public override string ToString() =>
        $"{nameof(LlmOptions)} {{ Provider = {Provider}, Endpoint = {Endpoint}, Model = {Model}, ApiKey = {(ApiKey.Length > 0 ? "set" : "not set")} }}";

    private IEnumerable<string> ProblemsOfProvider()
    {
        if (!IsOn) yield break;
        if (!Providers.Contains(Provider, StringComparer.Ordinal)) yield return $"{ProviderKey} '{Provider}' is not known; it is one of {string.Join(", ", Providers)}, or empty.";
        if (Model.Length == 0) yield return $"{Section}:{nameof(Model)} is empty; name the provider's model or deployment.";
        if (ApiKey.Length == 0 && Provider is OpenAI or AzureOpenAI or Anthropic)
        {
            yield return $"{Section}:{nameof(ApiKey)} is empty; set it, best as {Settings.EnvironmentPrefix}{Section}__{nameof(ApiKey)}.";
        }

        if (!ApiKey.All(c => char.IsAscii(c) && !char.IsControl(c) && c != ' ')) yield return $"{Section}:{nameof(ApiKey)} has characters that no key has, such as blanks or line ends.";
        if (Endpoint.Length == 0 && Provider is AzureOpenAI or OpenAICompatible)
        {
            yield return $"{Section}:{nameof(Endpoint)} is empty; give the address, such as {(Provider == AzureOpenAI ? "https://NAME.openai.azure.com" : "http://localhost:8000/v1")}.";
        }

        // What stands before an '@' is a password, so the value is not quoted.
        if (Endpoint.Length > 0 && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0))
        {
            yield return $"{Section}:{nameof(Endpoint)} is not an http or https address without user and password.";
        }
    }

    private IEnumerable<string> ProblemsOfNumbers()
    {
        (string Name, long Value, long Least, long Most)[] numbers =
        [
            (nameof(TimeoutSeconds), TimeoutSeconds, 1, 600),
            (nameof(FirstTokenSeconds), FirstTokenSeconds, 1, 600),
            (nameof(MaxRetries), MaxRetries, 0, 5),
            (nameof(Concurrency), Concurrency, 1, 64),
            (nameof(MaxSearches), MaxSearches, 0, 3),
            (nameof(TokensPerDay), TokensPerDay, 0, long.MaxValue),
            (nameof(TokensPerUserAndDay), TokensPerUserAndDay, 0, long.MaxValue),
        ];
        foreach (var (name, value, least, most) in numbers.Where(n => n.Value < n.Least || n.Value > n.Most))
        {
            yield return $"{Section}:{name} is {value}; it must be {(most == long.MaxValue ? $"{least} or more" : $"from {least} to {most}")}.";
        }

        foreach (var (name, price) in new[] { (nameof(PricePerMillionInputTokens), PricePerMillionInputTokens), (nameof(PricePerMillionOutputTokens), PricePerMillionOutputTokens) })
        {
            if (price is < 0 or > 1_000_000) yield return string.Create(CultureInfo.InvariantCulture, $"{Section}:{name} is {price}; it must be from 0 to 1000000.");
        }
    }
}
