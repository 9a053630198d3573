using BriefingBot.Answering.Checking.Checks;
using BriefingBot.Answering.Checking.Reading;

namespace BriefingBot.Answering.Checking;

/// <summary>
/// Judges whether a sentence in someone else's words is borne out by the passages it cites. It uses no model itself, so
/// it cannot be talked round; <see cref="CitationChecker"/> is for sentences taken over word for word, and
/// <see cref="ShorteningChecker"/> for those that a language model was asked to shorten. Pure, thread-safe, and time
/// linear in the length of the texts for ordinary prose.
/// </summary>
public static class ParaphraseChecker
{
    /// <summary>Sentences and passages beyond these lengths are refused unread or cut, to keep the time bounded.</summary>
    private const int LongestSentence = 1_000;
    private const int LongestPassage = 20_000;

    private static readonly Func<Alignment, IEnumerable<Objection>>[] Checks =
    [
        QuotedWordsCheck.Find, QuantityCheck.Find, DateCheck.Find, NameCheck.Find, NegationCheck.Find, DirectionCheck.Find,
        CertaintyCheck.Find, RoleCheck.Find, SubjectCheck.Find, SpeakerCheck.Find, PlaceCheck.Find, CompanyCheck.Find, MergeCheck.Find, CoverageCheck.Find,
    ];

    /// <summary>The verdict on one sentence, without citation marks. Every passage it cites counts.</summary>
    public static SupportVerdict Judge(string sentence, IReadOnlyList<CitedText> cited) => Judge(sentence, cited, Checks);

    internal static SupportVerdict Judge(string sentence, IReadOnlyList<CitedText> cited, IReadOnlyList<Func<Alignment, IEnumerable<Objection>>> checks, bool isClose = false)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(cited);
        if (sentence.Length > LongestSentence) return Refuse(ObjectionKind.Coverage, "", "the sentence is too long to be checked");
        if (string.IsNullOrWhiteSpace(sentence)) return Refuse(ObjectionKind.Coverage, "", "there is no sentence");
        if (!cited.Any(c => !string.IsNullOrWhiteSpace(c.Passage))) return Refuse(ObjectionKind.Coverage, "", "the sentence cites no passage");
        if (ForeignMatterCheck.Find(sentence, cited) is { } foreign) return new SupportVerdict([foreign]);
        if (Verbatim.IsWholeSentence(sentence, cited)) return new SupportVerdict([]);
        if (ScoreCheck.Find(sentence, cited) is { } score) return new SupportVerdict([score]);

        var evidence = new CitedReading([.. cited.Select(c => c.Passage.Length <= LongestPassage ? c : c with { Passage = c.Passage[..LongestPassage] })]);
        var alignment = new Alignment(new TextReading(sentence, Published(cited), evidence.Names), evidence) { IsClose = isClose };
        return new SupportVerdict([.. checks.SelectMany(check => check(alignment))]);
    }

    // "Tuesday" in a sentence about one article means the article's Tuesday.
    private static DateOnly? Published(IReadOnlyList<CitedText> cited) => cited.Select(c => c.Published).FirstOrDefault(p => p is not null);

    private static SupportVerdict Refuse(ObjectionKind kind, string subject, string reason) => new([new Objection(kind, subject, reason)]);
}
