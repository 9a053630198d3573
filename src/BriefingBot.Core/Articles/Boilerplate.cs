namespace BriefingBot.Articles;

/// <summary>
/// Recognises what a web page prints around an article: bylines, datelines on their own, newsletter, sharing and
/// "read more" prompts, copyright lines. Looks only at short paragraphs and at how they open or close, so that a
/// sentence of the article that mentions such a thing stays in it.
/// </summary>
internal static class Boilerplate
{
    private const int MaxLength = 450;

    private static readonly string[] WholeLines =
    [
        "Advertisement", "Advertisements", "ADVERTISEMENT", "Read more", "Read More", "Related", "Related stories", "Related articles",
        "Related Articles", "Share", "Subscribe", "Loading", "Loading...", "Up next", "Up Next", "Most read", "Associated Press",
        "The Associated Press", "Listen to this article", "Print this article", "Comments", "More from",
    ];

    private static readonly string[] Openings =
    [
        "Powered by ", "Read more:", "Read more here", "Read more about ", "Read more on ", "Read more from ", "Read more »", "Read more…",
        "Read also:", "Also read:", "Read next:", "Read the full story", "Sign up for ", "Sign up to ", "Sign up here", "Sign up now",
        "Subscribe to ", "Subscribe now", "Subscribe today", "Subscribe for ", "Follow us ", "Follow @", "Share this ", "Share on ",
        "All rights reserved", "©", "Copyright ©", "Copyright (c)", "Copyright 1", "Copyright 2", "(c) 1", "(c) 2", "Click here", "Click or tap here",
        "This transcript was automatically generated", "This transcript was generated", "Related:", "Related stories:", "Related articles:",
        "Related coverage:", "More:", "More from ", "Story continues below", "Article continues below", "Continue reading", "Hide caption",
        "Toggle caption", "Join our ", "Get our free ", "Contributing:", "Video Ad Feedback", "Video player was slow", "Download our app",
        "Download the app", "Advertisement -", "Advertisement:", "Most read:", "See also:", "Recommended:", "Watch:",
    ];

    // By first letter: every short paragraph of every article is held against the openings.
    private static readonly ILookup<char, string> ByFirst = Openings.ToLookup(o => char.ToLowerInvariant(o[0]));

    private static readonly string[] Closings =
    [
        "contributed to this report", "contributed to this story", "contributed to this article", "contributed to the report",
        "contributed to this section", "contributed reporting", "and wire reports", "hide caption", "toggle caption", "all rights reserved",
    ];

    public static bool Is(ReadOnlySpan<char> paragraph)
    {
        if (paragraph.Length > MaxLength) return false;
        return Opens(paragraph) || Closes(paragraph) || IsNewsletterPrompt(paragraph) || IsSeparator(paragraph)
            || PublicationLine.IsLabelled(paragraph) || PublicationLine.IsDatelineOnly(paragraph) || IsByline(paragraph);
    }

    private static bool Opens(ReadOnlySpan<char> text)
    {
        foreach (var line in WholeLines)
        {
            if (text.Equals(line, StringComparison.Ordinal)) return true;
        }

        foreach (var opening in ByFirst[char.ToLowerInvariant(text[0])])
        {
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static bool Closes(ReadOnlySpan<char> text)
    {
        var bare = text.TrimEnd(" .)>»");
        foreach (var closing in Closings)
        {
            if (bare.EndsWith(closing, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static bool IsNewsletterPrompt(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf("sign up", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return false;
        return text[at..].StartsWith("sign up here", StringComparison.OrdinalIgnoreCase) && text.Contains("inbox", StringComparison.OrdinalIgnoreCase)
            || (text.Contains("newsletter", StringComparison.OrdinalIgnoreCase) && !text.ContainsAny('"', '“'));
    }

    /// <summary>"___", "* * *", "♦": nothing to read.</summary>
    private static bool IsSeparator(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) return false;
        }

        return true;
    }

    /// <summary>"By Jane Roe", "By Jane Roe and John Doe, Example News": names and joining words only, no full stop.</summary>
    private static bool IsByline(ReadOnlySpan<char> text)
    {
        if (text.Length > 100 || !text.StartsWith("By ", StringComparison.OrdinalIgnoreCase) || text.ContainsAnyInRange('0', '9')) return false;
        if (text[^1] is '.' or '!' or '?' or ':') return false;
        var words = 0;
        foreach (var range in text[3..].SplitAny(' ', ','))
        {
            var word = text[3..][range];
            if (word.IsEmpty) continue;
            if (++words > 12) return false;
            if (!char.IsUpper(word[0]) && word is not ("and" or "for" or "in" or "with" or "of" or "the" or "de" or "van" or "von" or "al" or "bin" or "|" or "&")) return false;
        }

        return words >= 2;
    }
}
