using BriefingBot.Articles;

namespace BriefingBot.Retrieval.Periods;

/// <summary>An expression of time in a question, as the recogniser read it.</summary>
/// <param name="Wording">The expression in lower case.</param>
/// <param name="Timex">Its value in TIMEX3 notation, in which X stands for what is not said: XXXX-06 is any June.</param>
/// <param name="Modifier">The relation to that value: "since", "before", "after", "start", ...; empty when it is the value itself.</param>
/// <param name="Readings">The days it can stand for, past before future.</param>
internal sealed record DateMention(TextSpan Span, string Wording, string Timex, string Modifier, IReadOnlyList<DateReading> Readings)
{
    public IReadOnlyList<string> Words { get; } = [.. WordScan.Words(Wording).Select(w => w.Of(Wording))];

    public bool Has(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Words.Contains(word)) return true;
        }

        return false;
    }

    public bool Any(Func<string, bool> test) => Words.Any(test);
}

/// <summary>The days from <paramref name="Start"/> up to but not including <paramref name="End"/>.</summary>
internal readonly record struct DateReading(DateOnly? Start, DateOnly? End);
