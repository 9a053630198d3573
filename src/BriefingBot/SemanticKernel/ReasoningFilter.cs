using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.SemanticKernel;

/// <summary>
/// Leaves out of a reply what a reasoning model writes between tags before it answers. Tags may be split over pieces;
/// what is never closed is reasoning to its end. Where reasoning ends, a line of the answer begins.
/// </summary>
internal sealed partial class ReasoningFilter
{
    private string _held = "";
    private string? _closing;

    /// <returns>What of the answer is sure by now; the start of what may become a tag is held back.</returns>
    public string Take(string piece)
    {
        var answer = new StringBuilder();
        var text = _held + piece;
        while (text.Length > 0 && (_closing is null ? Answer(ref text, answer) : Reasoning(ref text, _closing, answer)))
        {
        }

        _held = text;
        return answer.ToString();
    }

    /// <returns>What was held back, at the end of the reply.</returns>
    public string Rest() => _closing is null ? _held : "";

    /// <returns>Whether a tag was met and the rest is still to be read.</returns>
    private bool Answer(ref string text, StringBuilder answer)
    {
        if (Tag().Match(text) is { Success: true } tag)
        {
            // A closing tag alone: some chat templates have put the opening one into the prompt.
            answer.Append(text.AsSpan(0, tag.Index)).Append(tag.Groups["closes"].Success ? "\n" : "");
            _closing = tag.Groups["closes"].Success ? null : $"</{tag.Groups["name"].Value}>";
            text = text[(tag.Index + tag.Length)..];
            return true;
        }

        var sure = Unfinished().Match(text) is { Success: true } start ? start.Index : text.Length;
        answer.Append(text.AsSpan(0, sure));
        text = text[sure..];
        return false;
    }

    private bool Reasoning(ref string text, string closing, StringBuilder answer)
    {
        var end = text.IndexOf(closing, StringComparison.OrdinalIgnoreCase);
        if (end < 0)
        {
            text = text[Math.Max(0, text.Length - closing.Length + 1)..];
            return false;
        }

        answer.Append('\n');
        _closing = null;
        text = text[(end + closing.Length)..];
        return true;
    }

    [GeneratedRegex("<(?<closes>/)?(?<name>think|thinking|thought|reasoning)>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"</?[a-z]{0,9}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unfinished();
}
