using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Retrieval.Periods;

namespace BriefingBot.Retrieval.Outlets;

/// <summary>Whether the words around an outlet's name ask for what it published.</summary>
internal static class Attribution
{
    private static readonly FrozenSet<string> Verbs = DateWords.Set(
        """
        say says said report reports reported reporting write writes wrote written publish publishes published claim claims claimed
        describe describes described call calls called cover covers covered quote quotes quoted note notes noted argue argues argued
        reveal reveals revealed cite cites cited mention mentions mentioned
        """);

    private static readonly FrozenSet<string> Pieces = DateWords.Set(
        "report reports article articles story stories piece pieces coverage briefing briefings headline headlines reporting editorial");

    /// <summary>Words before "by" and "from" that make what follows an author.</summary>
    private static readonly FrozenSet<string> Made = DateWords.Set(
        "reported published covered quoted written described cited said revealed noted only just latest anything everything something new more");

    /// <summary>"a stake in CNN", "trust in the Guardian": the outlet as a thing.</summary>
    private static readonly FrozenSet<string> Holdings = DateWords.Set(
        "stake stakes share shares invest invested invests investment investing interest confidence trust layoffs cuts jobs staff work works worked working employed believe role");

    public static bool IsAsked(string question, TextSpan name)
    {
        var start = name.Start;
        var (before, beforeAt) = Previous(question, start);
        var article = before is "the" or "a" or "an" ? before : "";
        if (article.Length > 0) (before, beforeAt) = Previous(question, beforeAt);
        var (beforeThat, _) = Previous(question, beforeAt);
        var context = MentionContext.Of(question, name);

        // "a diplomat told Reuters" was printed by others too; "BBC Radio 4", "National Guard" are other names.
        if (before is "told" or "tell" or "tells" or "telling" || context.Attached || (context.BeforeName && !context.Possessive)) return false;
        var what = context.After;
        if (Verbs.Contains(what) && (article is "" or "the") && before != "to") return true;
        if (Pieces.Contains(what)) return true;
        if (article is "a" or "an" || what is "poll" or "survey") return false;
        return before switch
        {
            "per" or "via" => true,
            "to" => beforeThat is "according",
            "by" or "from" => Made.Contains(beforeThat) || Pieces.Contains(beforeThat) || beforeThat.Length == 0,
            "in" => !Holdings.Contains(beforeThat),
            _ => false,
        };
    }

    private static (string Word, int At) Previous(string text, int at)
    {
        var end = at;
        while (end > 0 && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '"' or '“' or '*' or '_')) end--;
        var start = end;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1])) start--;
        return (text[start..end].ToLowerInvariant(), start);
    }
}
