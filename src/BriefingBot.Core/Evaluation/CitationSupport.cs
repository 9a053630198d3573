using BriefingBot.Answering;
using BriefingBot.Answering.Checking;

namespace BriefingBot.Evaluation;

/// <summary>
/// Whether an answer's citations bear its sentences out, after ALCE (Gao et al. 2023, arXiv:2305.14627) with our checker
/// in place of a model of entailment: shares are of one answer, 0 to 1.
/// </summary>
/// <param name="Recall">Share of sentences that all their citations together bear out.</param>
/// <param name="Precision">
/// Share of citations that are of use: their sentence is borne out, and they bear it out alone or it would not be without them.
/// </param>
public sealed record CitationSupport(double Recall, double Precision)
{
    /// <summary>Null for an answer that cites nothing.</summary>
    public static CitationSupport? Of(Answer answer)
    {
        var (supported, citations, useful) = (0, 0, 0);
        foreach (var sentence in answer.Sentences)
        {
            List<Citation> cited = [.. answer.Citations.Where(c => sentence.Citations.Contains(c.Number))];
            citations += cited.Count;
            if (!Holds(sentence, cited)) continue;
            supported++;
            useful += cited.Count(c => Holds(sentence, [c]) || !Holds(sentence, [.. cited.Where(other => other != c)]));
        }

        return citations == 0 ? null : new CitationSupport(supported / (double)answer.Sentences.Count, useful / (double)citations);
    }

    private static bool Holds(AnswerSentence sentence, IReadOnlyList<Citation> cited) =>
        ParaphraseChecker.Judge(WithoutLeadIn(sentence.Text, cited), [.. cited.Select(c => Evidence.CitedOf(c.Article, c.Span))]).IsSupported;

    /// <summary>"In “headline”:" says where a sentence stands, and not what the article does.</summary>
    private static string WithoutLeadIn(string text, IReadOnlyList<Citation> cited) =>
        cited.Select(c => Standalone.LeadIn(c.Article)).FirstOrDefault(l => l.Length > 0 && text.StartsWith(l, StringComparison.Ordinal)) is { } leadIn ? text[leadIn.Length..] : text;
}
