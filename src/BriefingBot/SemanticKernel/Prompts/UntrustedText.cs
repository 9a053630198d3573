using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.SemanticKernel.Prompts;

/// <summary>
/// Puts text that others wrote between tags whose names nobody can know beforehand. No text can hold a tag at all, be it
/// one of these or one that a model's own template gives a meaning: https://genai.owasp.org/llmrisk/llm01-prompt-injection/.
/// </summary>
internal sealed partial class UntrustedText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    private readonly string _mark;

    public UntrustedText()
        : this(RandomNumberGenerator.GetHexString(12, lowercase: true))
    {
    }

    internal UntrustedText(string mark) => _mark = mark;

    public string TagOf(string what) => $"{what}-{_mark}";

    /// <param name="what">What it is, in one word.</param>
    /// <param name="text">It may have several lines.</param>
    /// <param name="attributes">Named values in one line each; empty ones are left out.</param>
    public string Enclose(string what, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var tag = TagOf(what);
        var built = new StringBuilder("<").Append(tag);
        foreach (var (name, value) in attributes)
        {
            if (value.Length > 0) built.Append(CultureInfo.InvariantCulture, $" {name}=\"{Harmless(value).Replace('"', '\'').ReplaceLineEndings(" ")}\"");
        }

        return built.Append(CultureInfo.InvariantCulture, $">\n{Harmless(text)}\n</{tag}>").ToString();
    }

    /// <summary>Angle brackets become look-alikes, and other marks of a template are pulled apart; all else stays as it is, to be quoted.</summary>
    private static string Harmless(string text)
    {
        var harmless = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) harmless.Append(Harmless(rune));
        return TemplateMark().Replace(harmless.ToString(), mark => $"{mark.Value[0]} {mark.Value[1..]}");
    }

    /// <summary>Invisible characters can hold a message for the model alone; joiners belong to the spelling of some languages.</summary>
    private static Rune Harmless(Rune rune) => rune.Value switch
    {
        '<' => new Rune('‹'),
        '>' => new Rune('›'),
        '\n' or '\t' or ZeroWidthJoiner or ZeroWidthNonJoiner => rune,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format ? new Rune(' ') : rune,
    };

    /// <summary>Such as <c>[INST]</c> of Llama's and Mistral's templates.</summary>
    [GeneratedRegex(@"\[/?(INST|SYSTEM|TOOL|AVAILABLE_TOOLS)", RegexOptions.IgnoreCase)]
    private static partial Regex TemplateMark();
}
