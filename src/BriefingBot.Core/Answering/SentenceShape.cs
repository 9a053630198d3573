using BriefingBot.Articles;
using BriefingBot.Quotes;

namespace BriefingBot.Answering;

/// <summary>What can be told of a sentence by its form alone.</summary>
internal static class SentenceShape
{
    private static readonly HashSet<string> Leaning = new(StringComparer.OrdinalIgnoreCase)
    {
        "he", "she", "it", "they", "his", "her", "its", "their", "him", "them", "this", "that", "these", "those", "such",
        "but", "and", "so", "also", "however", "then", "meanwhile", "instead", "there", "another", "both", "neither", "either",
    };

    /// <summary>As second words: "Before him, …", "After that, …", "Like them, …".</summary>
    private static readonly HashSet<string> Objects = new(StringComparer.OrdinalIgnoreCase) { "him", "them", "that", "his", "their", "its" };

    /// <summary>"This week" points at the calendar and not at the text.</summary>
    private static readonly HashSet<string> TimeUnits = new(StringComparer.OrdinalIgnoreCase)
    {
        "week", "month", "year", "weekend", "morning", "afternoon", "evening", "summer", "autumn", "fall", "winter", "spring", "season",
    };

    private static readonly HashSet<string> NumberWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen",
        "dozens", "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "trillion", "half", "twice",
    };

    private static readonly HashSet<string> Months = new(StringComparer.OrdinalIgnoreCase)
    {
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    };

    private static readonly string[] Reasons = ["because", "due to", "owing to", "after", "as a result", "so that", "amid", "in order to", "since", "to avoid", "over concerns"];

    /// <summary>Whether it may be shown at all: a whole statement of a sensible length.</summary>
    public static bool IsUsable(string sentence) =>
        Words(sentence) is >= AnswerWeights.ShortestWords and <= AnswerWeights.LongestWords && IsStatement(sentence) && !IsTornQuote(sentence)
        && !ModelInstruction.Is(sentence);

    public static int Words(string sentence) => sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Whether its first words point at something said before it.</summary>
    public static bool Leans(string sentence)
    {
        var words = Bare(sentence).Take(2).ToList();
        if (words.Count == 0) return true;
        if (words.Count > 1 && TimeUnits.Contains(words[1])) return false;
        return Leaning.Contains(words[0]) || (words.Count > 1 && Objects.Contains(words[1])) || SpokenByPronoun(sentence) || IsNothingButQuotation(sentence);
    }

    /// <summary>Whether an opening quotation mark lacks its partner: a piece of a longer quotation.</summary>
    public static bool IsTornQuote(string sentence)
    {
        var straight = sentence.Count(c => c == '"');
        return straight % 2 != 0 || sentence.Count(c => c == '“') != sentence.Count(c => c == '”');
    }

    /// <summary>Whether it ends like a statement: not as a question, nor without a mark, as headings and link lines do.</summary>
    public static bool IsStatement(string sentence) => sentence.TrimEnd('"', '”', '’', '\'', ')', ']').EndsWith('.') || sentence.TrimEnd('"', '”', '’').EndsWith('!');

    /// <summary>Whether the sentence holds something of the kind asked for that the question did not say itself.</summary>
    public static bool Holds(AskedFor kind, string sentence, string question) => kind switch
    {
        AskedFor.Percentage => sentence.Contains('%', StringComparison.Ordinal) || sentence.Contains("percent", StringComparison.OrdinalIgnoreCase) || sentence.Contains("per cent", StringComparison.OrdinalIgnoreCase),
        AskedFor.Money => sentence.AsSpan().IndexOfAny('$', '£', '€') >= 0,
        AskedFor.Number => Bare(sentence).Any(w => (char.IsDigit(w[0]) || NumberWords.Contains(w)) && !Says(question, w)),
        AskedFor.Date => Bare(sentence).Any(w => (Months.Contains(w) || IsYear(w)) && !Says(question, w)),
        AskedFor.Reason => Reasons.Any(r => sentence.Contains(r, StringComparison.OrdinalIgnoreCase)),
        AskedFor.Name => NewNames(sentence, question).Any(),
        _ => false,
    };

    /// <summary>Capitalised words inside the sentence that the question does not contain.</summary>
    public static IEnumerable<string> NewNames(string sentence, string question) =>
        Bare(sentence).Skip(1).Where(w => char.IsUpper(w[0]) && !Months.Contains(w) && !Says(question, w));

    /// <summary>The digits-and-letters words of a text, without punctuation around them.</summary>
    public static IEnumerable<string> Bare(string sentence) =>
        sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Trim('"', '“', '”', '‘', '’', '\'', '(', ')', '[', ']', ',', '.', ';', ':', '!', '?', '—', '–', '-'))
            .Where(w => w.Length > 0);

    /// <summary>Words in quotation marks with no word beside them that says whose they are.</summary>
    private static bool IsNothingButQuotation(string sentence) =>
        QuoteMarks.Find(sentence, new TextSpan(0, sentence.Length)) is [{ Open: 0, Closed: true } quote] && !sentence[quote.Close..].Any(char.IsLetter);

    /// <summary>
    /// Whether it opens with quoted words and says whose they are: what the words point at ("She was the quiet in
    /// every storm") is seldom in the sentence before, which is the reporter's.
    /// </summary>
    public static bool IsSpokenByName(string sentence) =>
        sentence[0] is '"' or '“' && !SpokenByPronoun(sentence) && !IsNothingButQuotation(sentence);

    private static bool SpokenByPronoun(string sentence)
    {
        var end = sentence.LastIndexOfAny(['"', '”']);
        if (end < 0 || sentence.AsSpan().IndexOfAny('"', '“') > 1) return false;
        var after = Bare(sentence[(end + 1)..]).Take(2).ToList();
        return after.Any(w => w is "he" or "she" or "they" or "it");
    }

    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsDigit) && word[0] is '1' or '2';

    private static bool Says(string question, string word) => question.Contains(word, StringComparison.OrdinalIgnoreCase);
}
