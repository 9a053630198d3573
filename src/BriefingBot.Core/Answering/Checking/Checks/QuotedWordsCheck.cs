using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Articles;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>What stands between quotation marks must stand in a passage word for word, and be said by whom the passage says.</summary>
internal static class QuotedWordsCheck
{
    /// <summary>Fewer quoted words may be a title, which a passage can set without marks.</summary>
    private const int SpeechWordCount = 3;

    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        foreach (var quote in alignment.Sentence.Quotes)
        {
            var words = Bare(alignment.Sentence.Text[(quote.Open + 1)..quote.Close]);
            if (words.Length == 0) continue;
            var found = alignment.Evidence.Passages.Select(p => (Passage: p, At: IndexIn(p, words))).Where(f => f.At >= 0).ToList();
            var isLong = words.Count(c => c == ' ') + 1 >= SpeechWordCount;
            if (!quote.Closed) yield return Refuse(words, "the quotation is not closed");
            else if (found.Count == 0) yield return Refuse(words, $"the quotation “{words}” is not in the cited passages word for word");
            else if (isLong && found.All(f => !IsSpeech(f.Passage, f.At))) yield return Refuse(words, $"“{words}” is not direct speech in the cited passages");
            else if (isLong && found.All(f => alignment.IsClose ? IsToldByAnother(alignment, quote, f.Passage, f.At) : IsByAnother(alignment, quote, f.Passage, f.At))) yield return Refuse(words, $"the cited passages say that someone else said “{words}”");
        }
    }

    // Positions are those of the plain text, whose length differs from the passage's only by runs of white space.
    private static int IndexIn(TextReading passage, string words)
    {
        var plain = Verbatim.Plain(passage.Text);
        foreach (var form in new[] { words, Flip(words) })
        {
            for (var at = plain.IndexOf(form, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(form, at + 1, StringComparison.Ordinal))
            {
                if ((at == 0 || !char.IsLetterOrDigit(plain[at - 1])) && (at + form.Length == plain.Length || !char.IsLetterOrDigit(plain[at + form.Length]))) return at;
            }
        }

        return -1;
    }

    private static string Flip(string words) => (char.IsUpper(words[0]) ? char.ToLowerInvariant(words[0]) : char.ToUpperInvariant(words[0])) + words[1..];

    private static string Bare(string words) => Verbatim.Plain(words).Trim(' ', ',', '.', '!', '?', ';', ':', '"', '…', '-');

    private static bool IsSpeech(TextReading passage, int at)
    {
        var plain = Verbatim.Plain(passage.Text);
        var quotes = QuoteMarks.Find(plain, new TextSpan(0, plain.Length));
        // A passage may begin or end within speech; then its marks do not pair.
        return quotes.Any(q => q.Open < at && at < q.Close) || plain.Count(c => c == '"') % 2 == 1;
    }

    private static bool IsByAnother(Alignment alignment, QuotedRange quote, TextReading passage, int at)
    {
        var speakers = Names(alignment.Sentence, w => alignment.Sentence.Words.First(x => x.Span.End > quote.Open).Sentence == w.Sentence);
        if (speakers.Count == 0) return false;
        var sentence = passage.Words.LastOrDefault(w => w.Span.Start <= at + 1)?.Sentence ?? 0;
        var known = Names(passage, w => w.Sentence == sentence);
        // "He said": the name stands in the sentence before.
        if (known.Count == 0) known = Names(passage, w => w.Sentence < sentence);
        return known.Count > 0 && (!known.Overlaps(speakers) || (known.Count == 2 && speakers.Count == 2 && !known.SetEquals(speakers)));
    }

    // Beside "said", a shortened sentence has who stands there in the passage, if it names anyone.
    private static bool IsToldByAnother(Alignment alignment, QuotedRange quote, TextReading passage, int at)
    {
        var (mine, theirs) = (Speakers(alignment.Sentence, quote.Open, quote.Close), Speakers(passage, at, at + quote.Close - quote.Open));
        // One name alone may be a company's, which its head speaks for.
        return mine.Count > 1 && theirs.Count > 0 && !theirs.Overlaps(mine);
    }

    private static HashSet<string> Speakers(TextReading text, int open, int close)
    {
        var sentence = text.Words.LastOrDefault(w => w.Span.Start <= open + 1)?.Sentence ?? 0;
        var verb = text.Words.Where(w => w.Sentence == sentence && !w.InQuotes && SpeechWords.ReportingVerbs.Contains(w.Lower))
            .MinBy(w => w.Span.Start < open ? open - w.Span.End : w.Span.Start - close);
        return verb is null ? [] : Names(text, w => w.Sentence == sentence && Math.Abs(w.Clause - verb.Clause) <= 1);
    }

    private static HashSet<string> Names(TextReading text, Func<Word, bool> where) =>
        text.Words.Where(w => w.Is(WordKind.Name) && !w.InQuotes && where(w)).Select(w => w.Lower).ToHashSet(StringComparer.Ordinal);

    private static Objection Refuse(string words, string reason) => new(ObjectionKind.Quotation, words, reason);
}
