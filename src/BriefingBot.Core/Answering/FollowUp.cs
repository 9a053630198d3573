using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>
/// Resolves a follow-up against the question before it by rules: a new place or topic takes the place of the old one,
/// a pronoun becomes the name it stands for, and a bare fragment inherits the question it continues.
/// </summary>
internal static partial class FollowUp
{
    /// <summary>Words from which on a text with no reference to earlier ones is a question of its own.</summary>
    private const int ShortFragment = 3;

    public static string Resolve(string text, string previous)
    {
        var opening = Opening().Match(text);
        var rest = (opening.Success ? text[opening.Length..] : text).Trim().TrimEnd('?', '.', '!').Trim();
        if (rest.Length == 0) return text;
        if (opening.Success && !Asks().IsMatch(rest)) return Continue(rest, previous);
        var resolved = Pronouns(text, previous);
        if (resolved != text) return resolved;
        return SentenceShape.Words(rest) <= ShortFragment && (Asks().IsMatch(rest) || Place().IsMatch(rest)) && NamesOf(rest).Count == 0
            ? $"{rest} {Subject(previous)}?"
            : Place().IsMatch(rest) && SentenceShape.Words(rest) <= ShortFragment + 1 ? Continue(rest, previous) : text;
    }

    /// <summary>"in Tunisia" takes the place of "in Algiers"; a name takes the place of the last name; else it is added.</summary>
    private static string Continue(string fragment, string previous)
    {
        var question = previous.TrimEnd('?', '.', '!', ' ');
        if (Place().Match(fragment) is { Success: true } place)
        {
            var same = Regex.Match(question, $@"\b{Regex.Escape(place.Groups["preposition"].Value)}\s+(the\s+)?[\p{{Lu}}\d][\w’'.-]*(\s+[\p{{Lu}}\d][\w’'.-]*)*", RegexOptions.None, TimeSpan.FromMilliseconds(100));
            if (same.Success) return $"{question[..same.Index]}{fragment}{question[(same.Index + same.Length)..]}?";
            return $"{question} {fragment}?";
        }

        var names = NamesOf(question);
        return names.Count == 1 && NamesOf(fragment).Count > 0
            ? $"{question[..names[0].Start]}{fragment}{question[names[0].End..]}?"
            : $"{question}, {fragment}?";
    }

    /// <summary>A pronoun of the text stands for the first name of the question before it.</summary>
    private static string Pronouns(string text, string previous)
    {
        var names = NamesOf(previous);
        if (names.Count == 0 || NamesOf(text).Count > 0 && !PersonPronoun().IsMatch(text)) return text;
        var name = names[0].Of(previous);
        var person = PersonPronoun().Replace(text, m => m.Value.ToLowerInvariant() is "his" or "her" or "their" ? name + "’s" : name, 1);
        if (person != text) return person;
        return PlacePronoun().IsMatch(text) ? $"{text.TrimEnd('?', ' ')} ({Subject(previous)})?" : text;
    }

    /// <summary>The names of a question, or all of it when it has none: what a fragment is about.</summary>
    private static string Subject(string question)
    {
        var names = NamesOf(question);
        return names.Count == 0 ? question.TrimEnd('?', '.', '!', ' ') : string.Join(" ", names.Select(n => n.Of(question)));
    }

    /// <summary>Runs of capitalised words after the first word of the text.</summary>
    private static List<TextSpan> NamesOf(string text) =>
        [.. Name().Matches(text).Select(m => m.Groups["name"]).Where(g => g.Success).Select(g => new TextSpan(g.Index, g.Index + g.Length))];

    [GeneratedRegex(@"^\s*(and|but|also|so|or|what about|how about|and what about|and how about)\b[\s,]*", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(who|whom|whose|what|which|when|where|why|how|did|does|do|is|are|was|were|has|have|had|can|could|will|would|tell)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^(?<preposition>in|on|at|from|with|about|to|for|by|near|since|before|after|during)\s+\S", RegexOptions.IgnoreCase)]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(he|she|him|they|them|his|her|their)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PersonPronoun();

    [GeneratedRegex(@"\b(it|its|there|this|that|these|those)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PlacePronoun();

    [GeneratedRegex(@"(?<=\S\s+)(?<name>\p{Lu}[\w’'.-]*(?:\s+\p{Lu}[\w’'.-]*)*)")]
    private static partial Regex Name();
}
