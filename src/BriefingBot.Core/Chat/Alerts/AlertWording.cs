using System.Text.RegularExpressions;

namespace BriefingBot.Chat.Alerts;

/// <summary>Recognises the wish to be told of what is still to come: "tell me when something arrives on the ferry".</summary>
internal static partial class AlertWording
{
    /// <summary>The topic; empty where only "this" or nothing is named; null when it is something else, such as a question.</summary>
    public static string? Read(string text)
    {
        var match = Patterns.Select(p => p.Match(text.Trim())).FirstOrDefault(m => m.Success);
        if (match is null) return null;
        var topic = match.Groups["topic"].Value.Trim().TrimEnd('.', '!', '?', ' ').Trim('"', '“', '”').Trim();
        return Pronoun().IsMatch(topic) ? "" : topic;
    }

    private static Regex[] Patterns => [SomethingComes(), ThereIs(), NewsComes(), Keep()];

    private const string Wish = @"^(please,? )?((can|could|would|will) you )?(please )?((let (me|us) know|notify (me|us)|alert (me|us)|inform (me|us)|warn (me|us)|message (me|us)) (when(ever)?|if|once|as soon as)|tell (me|us) (when(ever)?|once|as soon as)) ";
    private const string Thing = @"((some|any)thing( new| more| else)?|((any|some|the first|an?|more) )?(new |more |further )?(news|articles?|reports?|stor(y|ies)|updates?|briefings?|answers?|information|word))";
    private const string Comes = @"(arrives?|comes?( in| up| out)?|appears?|turns? up|lands?|breaks?|(is|are|gets?) (published|reported|indexed|found|there|out|known))";
    private const string About = @"(on|about|regarding|concerning|of|for|to do with)";

    /// <summary>"… when something arrives on X".</summary>
    [GeneratedRegex($@"{Wish}{Thing} {Comes}( {About} (?<topic>.+))?[.!?\s]*$", RegexOptions.IgnoreCase)]
    private static partial Regex SomethingComes();

    /// <summary>"… when there is news about X", "… when you hear anything on X".</summary>
    [GeneratedRegex($@"{Wish}((there('s|’s| is| are| will be)|you (have|find|get|see|hear|know|read)( of| about)?|we (have|get)) ){Thing}( {About} (?<topic>.+))?[.!?\s]*$", RegexOptions.IgnoreCase)]
    private static partial Regex ThereIs();

    /// <summary>"… when news on X comes in": without the verb in the present it may be a question about the past.</summary>
    [GeneratedRegex($@"{Wish}{Thing} {About} (?<topic>.+?) {Comes}[.!?\s]*$", RegexOptions.IgnoreCase)]
    private static partial Regex NewsComes();

    /// <summary>"keep me posted on X", "alert me to news about X".</summary>
    [GeneratedRegex($@"^(please,? )?((can|could|would|will) you )?(please )?(keep (me|us) (posted|updated|informed) (on|about|of)|alert (me|us) (on|to|about|of)) ({Thing} {About} )?(?<topic>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Keep();

    [GeneratedRegex(@"^((this|that|it|these|them)( (topic|question|story|subject|matter))?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();
}
