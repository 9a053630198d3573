using BriefingBot.Articles;

namespace BriefingBot.Retrieval.Outlets;

/// <summary>A news outlet that a question names as the one whose reports are wanted.</summary>
/// <param name="Sources">The sources meant, as stored; several when one outlet is stored under several names ("CNN", "cnn.com").</param>
/// <param name="Span">The name in the question, without its article.</param>
public sealed record SourceMention(IReadOnlyList<string> Sources, TextSpan Span);
