using BriefingBot.Articles;

namespace BriefingBot.Passages;

/// <summary>
/// Cuts an article's body into passages of whole sentences. Paragraph borders are kept where they fall, and a
/// passage ends before a caption or heading so that its text is one unbroken piece of the article.
/// </summary>
public static class PassageSplitter
{
    /// <summary>
    /// Words per passage aimed at. Around 100-150 words is the usual unit of open-domain question answering
    /// (Karpukhin et al. 2020, Dense Passage Retrieval, use 100).
    /// </summary>
    public const int TargetWords = 120;

    public static IReadOnlyList<Passage> Split(Article article)
    {
        var passages = new List<Passage>();
        var (start, end, words) = (-1, -1, 0);

        foreach (var block in article.Blocks)
        {
            if (block.Kind != BlockKind.Body)
            {
                Close();
                continue;
            }

            foreach (var sentence in SentenceSplitter.Split(article.Text, block.Span))
            {
                var length = CountWords(article.Text, sentence);
                if (words > 0 && words + length > TargetWords) Close();
                if (words == 0) start = sentence.Start;
                (end, words) = (sentence.End, words + length);
            }
        }

        Close();
        return passages;

        void Close()
        {
            if (words > 0) passages.Add(new Passage(passages.Count, new TextSpan(start, end)));
            words = 0;
        }
    }

    private static int CountWords(string text, TextSpan span)
    {
        var (words, inWord) = (0, false);
        foreach (var c in text.AsSpan(span.Start, span.Length))
        {
            var isSpace = char.IsWhiteSpace(c);
            if (!isSpace && !inWord) words++;
            inWord = !isSpace;
        }

        return words;
    }
}
