using BriefingBot.Articles;

namespace BriefingBot.Retrieval.Periods;

/// <summary>The words around an expression of time, by which its role in the sentence shows.</summary>
/// <param name="Before">The word before, in lower case; empty after punctuation and at the start.</param>
/// <param name="BeforeThat">The word before that one, likewise.</param>
/// <param name="Opens">True when nothing but at most one word stands before it in the sentence.</param>
/// <param name="After">The next word as written; empty before punctuation and at the end.</param>
/// <param name="Possessive">True for "Monday's".</param>
/// <param name="Attached">True when it is a part of a longer word: "2022-23", "last-minute".</param>
internal readonly record struct MentionContext(string Before, string BeforeThat, bool Opens, string After, bool Possessive, bool Attached)
{
    /// <summary>Whether the sentence or clause ends after it.</summary>
    public bool Ends => After.Length == 0;

    public bool BeforeName => After.Length > 0 && char.IsUpper(After[0]);

    public static MentionContext Of(string question, TextSpan span)
    {
        var end = span.End;
        var possessive = end + 1 < question.Length && question[end] is '\'' or '’' && question[end + 1] is 's' or 'S'
            && (end + 2 == question.Length || !char.IsLetterOrDigit(question[end + 2]));
        if (possessive) end += 2;

        var (before, beforeAt) = WordBefore(question, span.Start);
        var (beforeThat, beforeThatAt) = before.Length == 0 ? ("", beforeAt) : WordBefore(question, beforeAt);
        return new MentionContext(
            before, beforeThat, beforeThat.Length == 0 && beforeThatAt == 0, WordAfter(question, end), possessive,
            IsJoint(question, span.Start - 1, -1) || IsJoint(question, end, 1));
    }

    private static bool IsJoint(string text, int at, int step)
    {
        if (at < 0 || at >= text.Length) return false;
        var beyond = at + step;
        return char.IsLetterOrDigit(text[at])
            || (text[at] is '-' or '/' or '\'' or '’' or '&' or '_' && beyond >= 0 && beyond < text.Length && char.IsLetterOrDigit(text[beyond]));
    }

    private static (string Word, int At) WordBefore(string text, int at)
    {
        var end = at;
        while (end > 0 && char.IsWhiteSpace(text[end - 1])) end--;
        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '\'' or '’' or '-')) start--;
        return (text[start..end].Replace('’', '\'').ToLowerInvariant(), start);
    }

    private static string WordAfter(string text, int at)
    {
        var start = at;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        return text[start..end];
    }
}
