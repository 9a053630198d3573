using System.Globalization;
using BriefingBot.Articles;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;

namespace BriefingBot.Retrieval.Periods;

/// <summary>
/// Finds expressions of time with Microsoft.Recognizers.Text. It only sees the surroundings of words that can belong
/// to such an expression: most questions have none and cost nothing, and a long hostile one stays cheap.
/// </summary>
internal static class DateRecognizer
{
    /// <summary>Characters shown on either side of a cue: more than the longest expression needs.</summary>
    private const int Margin = 48;

    private const int MaxWindow = 400;

    private const int MaxWindows = 4;

    /// <summary>Seconds the library's single regular expressions may take.</summary>
    private const int RegexTimeout = 1;

    private static readonly Lazy<DateTimeModel> Model = new(() =>
        new Microsoft.Recognizers.Text.DateTime.DateTimeRecognizer(Culture.English, DateTimeOptions.None, lazyInitialization: true, RegexTimeout).GetDateTimeModel());

    public static IReadOnlyList<DateMention> Find(string text, DateTime now)
    {
        List<DateMention>? found = null;
        foreach (var window in Windows(text).TakeLast(MaxWindows))
        {
            foreach (var result in Recognize(window.Of(text), now))
            {
                var span = new TextSpan(window.Start + result.Start, window.Start + result.End + 1);
                if (span.Length > 0 && window.Contains(span) && Mention(span, result) is { } mention) (found ??= []).Add(mention);
            }
        }

        return found ?? (IReadOnlyList<DateMention>)[];
    }

    private static List<ModelResult> Recognize(string text, DateTime now)
    {
        var model = Model.Value;
        try
        {
            return model.Parse(text, now);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            // Questions are written by anyone. Whatever the library fails at (its regular expressions also time out)
            // is no expression of time; the question is then searched without a scope.
            return [];
        }
    }

    private static IEnumerable<TextSpan> Windows(string text)
    {
        TextSpan? open = null;
        foreach (var word in WordScan.Words(text))
        {
            if (!DateWords.IsCue(text.AsSpan(word.Start, word.Length))) continue;
            var (start, end) = (BackToSpace(text, word.Start - Margin), OnToSpace(text, word.End + Margin));
            if (open is { } w && start <= w.End && end - w.Start <= MaxWindow)
            {
                open = w with { End = end };
                continue;
            }

            if (open is { } closed)
            {
                yield return closed;
                if (start < closed.End) start = Math.Min(closed.End, word.Start);
            }

            open = new TextSpan(start, end);
        }

        if (open is { } last) yield return last;
    }

    private static int BackToSpace(string text, int at)
    {
        for (var i = Math.Max(at, 0); i < Math.Min(Math.Max(at, 0) + Margin, text.Length); i++)
        {
            if (i == 0 || char.IsWhiteSpace(text[i - 1])) return i;
        }

        return Math.Max(at, 0);
    }

    private static int OnToSpace(string text, int at)
    {
        for (var i = Math.Min(at, text.Length); i > Math.Max(0, at - Margin); i--)
        {
            if (i == text.Length || char.IsWhiteSpace(text[i])) return i;
        }

        return Math.Min(at, text.Length);
    }

    private static DateMention? Mention(TextSpan span, ModelResult result)
    {
        // Times of day, durations ("for nine years") and repetitions ("every Monday") have other types.
        if (result.TypeName is not ("datetimeV2.date" or "datetimeV2.daterange" or "datetimeV2.datetime" or "datetimeV2.datetimerange")) return null;
        if (result.Resolution?.GetValueOrDefault("values") is not List<Dictionary<string, string>> { Count: > 0 } values) return null;
        var readings = values.Select(Reading).Where(r => r is not (null, null)).ToList();
        return readings.Count == 0 ? null : new DateMention(
            span, result.Text, values[0].GetValueOrDefault("timex", ""), values[0].GetValueOrDefault("Mod", ""), readings);
    }

    private static DateReading Reading(Dictionary<string, string> value)
    {
        if (Moment(value, "value") is { } point) return new DateReading(Day(point), NextDay(point));
        var end = Moment(value, "end");
        return new DateReading(Moment(value, "start") is { } start ? Day(start) : null, end is { TimeOfDay.Ticks: > 0 } inside ? NextDay(inside) : end is { } border ? Day(border) : null);
    }

    /// <summary>Years far from any news are left out, so that arithmetic on days cannot leave the calendar.</summary>
    private static DateTime? Moment(Dictionary<string, string> value, string key) =>
        DateTime.TryParse(value.GetValueOrDefault(key), CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && moment.Year is >= QuestionTime.FirstYear and <= QuestionTime.LastYear ? moment : null;

    private static DateOnly Day(DateTime moment) => DateOnly.FromDateTime(moment);

    private static DateOnly NextDay(DateTime moment) => Day(moment).AddDays(1);
}
