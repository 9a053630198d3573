using System.Net;
using System.Text.Json;

namespace BriefingBot.SemanticKernel.Providers;

/// <summary>
/// The provider answered with an error status. Of its text only the code is kept: the rest can quote the question, and
/// part of the key.
/// </summary>
internal sealed class ProviderRefusal(HttpStatusCode status, string code, TimeSpan? retryAfter)
    : HttpRequestException($"{(int)status} {code}".TrimEnd(), null, status)
{
    private const int MostBytes = 16 * 1024;
    private const int LongestCode = 60;

    private static readonly string[] CodeNames = ["code", "type"];

    /// <summary>Such as <c>model_not_found</c>; empty when the provider gives none.</summary>
    public string Code => code;

    /// <summary>How long the provider wants to be left alone, if it says so.</summary>
    public TimeSpan? RetryAfter => retryAfter;

    public static async Task<ProviderRefusal> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var body = new byte[MostBytes];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellation);
        // A date, which the header may hold too, is rare, and would need both clocks to agree.
        return new ProviderRefusal(response.StatusCode, CodeIn(body.AsMemory(0, length)), response.Headers.RetryAfter?.Delta);
    }

    /// <summary>OpenAI and those like it have <c>error.code</c> and <c>error.type</c>, Anthropic <c>error.type</c>, Ollama neither.</summary>
    private static string CodeIn(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("error", out var error) || error.ValueKind != JsonValueKind.Object) return "";
            return CodeNames
                .Select(name => error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "")
                .FirstOrDefault(IsCode) ?? "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static bool IsCode(string text) => text.Length is > 0 and <= LongestCode && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');
}
