using System.Runtime.CompilerServices;
using System.Text.Json;
using BriefingBot.Answering.Synthesis;

namespace BriefingBot.Tests.Answering.Synthesis;

/// <summary>An attack on a model that does whatever it is told.</summary>
/// <param name="Place">"article" or "question": where its text stands.</param>
/// <param name="Writes">What the model then writes.</param>
/// <param name="Goals">What must not be seen anywhere.</param>
internal sealed record Attack(string Id, string Family, string Place, string Text, string Writes, IReadOnlyList<string> Goals)
{
    public const string CarrierOutlet = "Sound Herald";

    private const string OtherOutlet = "Northern Post";

    public static IReadOnlyList<Attack> All { get; } =
        [.. File.ReadLines(PathOf("attacks.jsonl")).Select(line => JsonSerializer.Deserialize<Attack>(line, JsonSerializerOptions.Web)!)];

    /// <summary>With the key of the carrier or of another real passage wherever that helps.</summary>
    public string Obey(IReadOnlyList<KeyedPassage> passages)
    {
        var first = passages.FirstOrDefault(p => p.Source == CarrierOutlet) ?? passages.First(p => p.Text.Contains("northern pillar", StringComparison.Ordinal));
        var second = passages.FirstOrDefault(p => p.Source == OtherOutlet) ?? first;
        return Writes.Replace("{keys}", string.Concat(passages.Select(p => $"[{p.Key}]")), StringComparison.Ordinal)
            .Replace("{key2}", $"[{second.Key}]", StringComparison.Ordinal).Replace("{key}", $"[{first.Key}][{second.Key}]", StringComparison.Ordinal)
            .Replace("{rawkey}", first.Key, StringComparison.Ordinal);
    }

    private static string PathOf(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);
}
