using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Revisions;

/// <summary>
/// Finds what became of a cited passage, sentence by sentence: one stands if it is anywhere in the article, or another says
/// the same in all but spelling and grammar; else the most similar one is in its place, or it is gone.
/// </summary>
public static class RevisionReader
{
    /// <summary>Sentences that are asked whether they say the same.</summary>
    private const int Compared = 3;

    public static PassageRevision Read(string passage, Article article)
    {
        ArgumentNullException.ThrowIfNull(passage);
        ArgumentNullException.ThrowIfNull(article);
        var now = new RevisedText(article);
        if (now.Holds(passage)) return new PassageRevision("", "", passage);
        var (before, after, current) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var sentence in SentenceSplitter.Split(passage, new TextSpan(0, passage.Length)).Select(s => s.Of(passage)))
        {
            if (Standing(sentence, now) is { } standing)
            {
                current.Add(standing);
                continue;
            }

            before.Add(sentence);
            if (SentenceAlignment.Best(sentence, now.Sentences) is not { } successor || after.Contains(successor)) continue;
            after.Add(successor);
            current.Add(successor);
        }

        return new PassageRevision(string.Join(' ', before), string.Join(' ', after), string.Join(' ', current));
    }

    /// <summary>The sentence as it may be cited on; null when it does not stand.</summary>
    private static string? Standing(string sentence, RevisedText now) =>
        now.Holds(sentence) || SentenceAlignment.Nearest(sentence, now.Sentences).Take(Compared).Any(s => !MaterialChange.IsBetween(sentence, s)) ? sentence : null;
}
