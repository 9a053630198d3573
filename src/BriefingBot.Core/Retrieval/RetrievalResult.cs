namespace BriefingBot.Retrieval;

/// <summary>What was found for a question, best article first.</summary>
/// <param name="IsOverview">
/// The question names a period, an outlet or the latest, but no subject ("what happened last week?"): the articles are
/// those of the scope, newest first.
/// </param>
public sealed record RetrievalResult(
    Question Question, QuestionSubject Subject, SearchScope Scope, IReadOnlyList<RetrievedArticle> Articles, bool IsOverview);
