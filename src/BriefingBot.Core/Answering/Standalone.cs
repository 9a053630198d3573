namespace BriefingBot.Answering;

/// <summary>Gives a sentence that leans on its surroundings the few words it needs to be understood alone.</summary>
internal static class Standalone
{
    public static DraftSentence Make(CandidateSentence candidate, IReadOnlyList<CandidateSentence> before)
    {
        var follows = before.Count > 0 && before[^1].Article == candidate.Article && before[^1].Span.End <= candidate.Span.Start && candidate.Span.Start - before[^1].Span.End <= 3;
        var leadIn = candidate.Leans && !follows && candidate.Article.Article.Title.Length > 0 ? $"On “{candidate.Article.Article.Title}”: " : "";
        return new DraftSentence(leadIn, candidate.Text, []);
    }
}
