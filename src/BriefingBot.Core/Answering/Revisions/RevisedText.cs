using System.Text.RegularExpressions;
using BriefingBot.Answering.Checking;
using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Revisions;

/// <summary>The later version of an article, without the notes in which papers quote what they have corrected.</summary>
internal sealed partial class RevisedText
{
    private readonly string _whole;

    public RevisedText(Article article)
    {
        var all = article.Blocks.SelectMany(b => SentencesOf(article.Text, b)).Where(s => !Note().IsMatch(s.Text)).ToList();
        Sentences = [.. all.Where(s => s.Kind == BlockKind.Body).Select(s => s.Text)];
        _whole = Plain(string.Join(' ', all.Select(s => s.Text)));
    }

    /// <summary>Of the body, word for word.</summary>
    public IReadOnlyList<string> Sentences { get; }

    /// <summary>Whether it stands there, whatever the white space and the shape of marks.</summary>
    public bool Holds(string text)
    {
        var plain = Plain(text);
        for (var at = _whole.IndexOf(plain, StringComparison.Ordinal); at >= 0 && plain.Length > 0; at = _whole.IndexOf(plain, at + 1, StringComparison.Ordinal))
        {
            if (IsBorder(at - 1, at) && IsBorder(at + plain.Length - 1, at + plain.Length)) return true;
        }

        return false;
    }

    private bool IsBorder(int left, int right) =>
        left < 0 || right >= _whole.Length || !char.IsLetterOrDigit(_whole[left]) || !char.IsLetterOrDigit(_whole[right]);

    private static IEnumerable<(string Text, BlockKind Kind)> SentencesOf(string text, Block block) =>
        SentenceSplitter.Split(text, block.Span).Select(s => (s.Of(text), block.Kind));

    private static string Plain(string text) => Verbatim.Plain(Invisible().Replace(text, "").Replace("…", "...", StringComparison.Ordinal));

    [GeneratedRegex(@"^\W*(?:corrections?|clarification|editor[’']?s?[’']? note)\b|\b(?:earlier|previous|original) (?:version|edition)\b|\bwas (?:amended|corrected) on\b|\bhas been (?:amended|corrected)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Note();

    /// <summary>Marks of no width: soft hyphens, joiners, directions.</summary>
    [GeneratedRegex(@"\p{Cf}")]
    private static partial Regex Invisible();
}
