using System.Globalization;
using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Conflicts;

/// <summary>A statement's words, and what is said around a place in it.</summary>
internal sealed class Statement(TextReading text)
{
    public TextReading Text => text;

    public IReadOnlyList<Word> Words => text.Words;

    public IReadOnlyList<Frame> Frames { get; } = new FrameReader(text.Words).Read();

    /// <summary>As they are stated: a year that was only inferred is left open.</summary>
    public IReadOnlyList<StatedDate> Dates { get; } =
        [.. text.Dates.Select(d => d.Year is { } year && !text.Of(d.First, d.Last).Contains(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) ? d with { Year = null } : d)];

    /// <summary>The verbs of a place's clause, without those that say who says it.</summary>
    public IReadOnlyList<Word> VerbsAt(int place) =>
        [.. Frames.Select(f => Words[f.Verb]).Where(v => v.Clause == Words[place].Clause && !SpeechWords.ReportingVerbs.Contains(v.Lower))];

    /// <summary>The verb that a date belongs to: the one before it in its clause, else the next of its sentence.</summary>
    public Word? VerbOf(StatedDate date)
    {
        var verbs = Frames.Select(f => f.Verb).Where(v => Words[v].Sentence == Words[date.First].Sentence).Order().ToList();
        return verbs.Where(v => v < date.First && Words[v].Clause == Words[date.First].Clause).Select(v => Words[v]).LastOrDefault()
            ?? verbs.Where(v => v > date.Last).Select(v => Words[v]).FirstOrDefault();
    }

    /// <summary>Whether what stands there is expected or possible and not told as a fact.</summary>
    public bool IsGuess(int place) => Words[place].Hedge is Hedge.Expected or Hedge.Possible;

    /// <summary>The names in a place's sentence but those of who says it, each with all its words.</summary>
    public IReadOnlyList<Word[]> NamesAt(int place)
    {
        var names = new List<Word[]>();
        for (var i = 0; i < Words.Count; i++)
        {
            if (Words[i].Sentence != Words[place].Sentence || !Words[i].Is(WordKind.Name)) continue;
            var last = i;
            while (last + 1 < Words.Count && Words[last + 1].Is(WordKind.Name) && Words[last + 1].Clause == Words[i].Clause) last++;
            if (!IsSpeaker(i, last)) names.Add([.. Words.Skip(i).Take(last - i + 1)]);
            i = last;
        }

        return names;
    }

    public IReadOnlyList<StatedDate> DatesAt(int place) => [.. Dates.Where(d => Words[d.First].Sentence == Words[place].Sentence)];

    // Before "said" in its clause, right behind it, or anywhere behind "according to".
    private bool IsSpeaker(int first, int last)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            if (Words[i].Clause != Words[first].Clause) continue;
            if (SpeechWords.ReportingVerbs.Contains(Words[i].Lower) && (last < i || first == i + 1)) return true;
            if (Words[i].Lower == "according" && first > i) return true;
        }

        return false;
    }
}
