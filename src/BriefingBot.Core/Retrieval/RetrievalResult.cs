namespace BriefingBot.Retrieval;

/// <summary>What was found for a question, best article first.</summary>
public sealed record RetrievalResult(Question Question, QuestionSubject Subject, SearchScope Scope, IReadOnlyList<RetrievedArticle> Articles);
