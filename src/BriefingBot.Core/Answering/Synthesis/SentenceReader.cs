using System.Text;
using System.Text.RegularExpressions;
using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Synthesis;

/// <summary>Takes a line of a model apart into sentences and the passages each cites. Whatever looks like a citation goes out of the text, whether or not its key was given.</summary>
internal static partial class SentenceReader
{
    public static IEnumerable<WrittenSentence> Read(string line, CitablePassages passages)
    {
        var (text, keys) = TakeKeysOut(SentenceForm.Clean(line));
        var sentences = SentenceSplitter.Split(text, new TextSpan(0, text.Length)).ToList();
        for (var i = 0; i < sentences.Count; i++)
        {
            // A key belongs to the sentence it stands in or behind.
            var (from, to) = (i == 0 ? -1 : sentences[i].Start, i + 1 < sentences.Count ? sentences[i + 1].Start : text.Length);
            List<CitablePassage> cited = [.. keys.Where(k => k.At > from && k.At <= to).Select(k => passages.Find(k.Key)).OfType<CitablePassage>().Distinct()];
            var sentence = sentences[i].Of(text);
            var flaw = SentenceForm.FlawOf(sentence) ?? (NamesKey(sentence, passages) ? Refusal.Key : cited.Count == 0 ? Refusal.Uncited : null);
            if (sentence.Any(char.IsLetterOrDigit)) yield return new WrittenSentence(sentence, cited, flaw);
        }
    }

    private static bool NamesKey(string sentence, CitablePassages passages) => Key().Matches(sentence).Any(word => passages.Find(word.Value) is not null);

    private static (string Text, List<(int At, string Key)> Keys) TakeKeysOut(string line)
    {
        var text = new StringBuilder(line.Length);
        var keys = new List<(int, string)>();
        var last = 0;
        foreach (Match mark in Citation().Matches(line))
        {
            text.Append(line.AsSpan(last, mark.Index - last).TrimEnd());
            keys.AddRange(Key().Matches(mark.Value).Select(key => (text.Length, key.Value)));
            last = mark.Index + mark.Length;
        }

        text.Append(line.AsSpan(last));
        return (DoubledStop().Replace(text.ToString(), "").Trim(), keys);
    }

    // [k3], [k3, k7], 【k3】, [1], [^2]: a bracket with nothing in it but what could be keys or numbers. Not the text of a link.
    [GeneratedRegex(@"\s*[\[【](?:\s*[\^#]?[\p{L}\p{N}_-]{1,16}\s*[,;]?)*[\]】](?!\()")]
    private static partial Regex Citation();

    [GeneratedRegex(@"[\p{L}\p{N}_-]+")]
    private static partial Regex Key();

    /// <summary>"crowns. [k3]." leaves a second full stop.</summary>
    [GeneratedRegex(@"(?<=[.!?…][""”’']?)\s*\.(?=\s|$)(?<!\.\.\.)")]
    private static partial Regex DoubledStop();
}
