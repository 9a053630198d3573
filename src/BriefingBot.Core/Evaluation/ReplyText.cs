using System.Text;

namespace BriefingBot.Evaluation;

/// <summary>Finds gold strings in replies: case, punctuation and the shape of quotation marks do not count, word borders do.</summary>
public static class ReplyText
{
    public static bool HoldsAny(string reply, IEnumerable<string> answers)
    {
        var normal = Normal(reply);
        return answers.Select(Normal).Any(answer => answer.Length > 2 && normal.Contains(answer, StringComparison.Ordinal));
    }

    /// <summary>Lower-case words between single spaces, with a space at either end.</summary>
    private static string Normal(string text)
    {
        var normal = new StringBuilder(" ");
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) normal.Append(char.ToLowerInvariant(c));
            else if (normal[^1] != ' ') normal.Append(' ');
        }

        return normal[^1] == ' ' ? normal.ToString() : normal.Append(' ').ToString();
    }
}
