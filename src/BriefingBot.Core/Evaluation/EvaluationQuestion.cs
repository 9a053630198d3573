using System.Text.Json.Serialization;

namespace BriefingBot.Evaluation;

/// <summary>One line of a question file.</summary>
/// <param name="AsOf">The day (or instant) the question is asked at.</param>
/// <param name="Answers">Strings of which any one in the reply counts as the answer.</param>
/// <param name="Articles">Ids of articles known to answer; others may too.</param>
public sealed record EvaluationQuestion(
    [property: JsonRequired] string Id,
    [property: JsonRequired] string Question,
    [property: JsonRequired] string AsOf,
    IReadOnlyList<string> Answers,
    IReadOnlyList<string> Articles,
    bool Answerable = true);
