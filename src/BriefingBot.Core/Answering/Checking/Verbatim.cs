using System.Text;
using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Checking;

/// <summary>Compares texts word for word, whatever their white space and the shape of their quotation marks.</summary>
internal static class Verbatim
{
    /// <summary>Whether the sentence is one or more whole sentences of a passage: half of one may say something else.</summary>
    public static bool IsWholeSentence(string sentence, IReadOnlyList<CitedText> cited)
    {
        var plain = Plain(sentence);
        foreach (var passage in cited.Select(c => c.Passage))
        {
            if (!Plain(passage).Contains(plain, StringComparison.Ordinal)) continue;
            var sentences = SentenceSplitter.Split(passage, new TextSpan(0, passage.Length)).Select(s => Plain(s.Of(passage))).ToList();
            for (var from = 0; from < sentences.Count; from++)
            {
                var run = "";
                for (var to = from; to < sentences.Count && run.Length < plain.Length; to++) run = run.Length == 0 ? sentences[to] : $"{run} {sentences[to]}";
                if (run == plain) return true;
            }
        }

        return false;
    }

    /// <summary>The text with straight marks and single spaces.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Trim())
        {
            if (char.IsWhiteSpace(c))
            {
                if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
            }
            else
            {
                plain.Append(c switch { '“' or '”' or '„' or '«' or '»' => '"', '‘' or '’' => '\'', '–' or '—' or '‑' => '-', _ => c });
            }
        }

        return plain.ToString();
    }
}
