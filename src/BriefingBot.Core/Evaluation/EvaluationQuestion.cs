using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Evaluation;

/// <summary>One line of a question file.</summary>
/// <param name="AsOf">The day or instant the question is asked at; a day means its end.</param>
/// <param name="Answers">Strings of which any one in the reply counts as the answer.</param>
/// <param name="Articles">Ids of articles known to answer; others may too.</param>
public sealed record EvaluationQuestion(
    [property: JsonRequired] string Id,
    [property: JsonRequired] string Question,
    [property: JsonRequired] string AsOf,
    IReadOnlyList<string>? Answers = null,
    IReadOnlyList<string>? Articles = null,
    bool Answerable = true)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Reads a JSON Lines file. A line that cannot be read is an error: a score over half a file would mislead.</summary>
    /// <exception cref="FormatException">Names file and line.</exception>
    public static IReadOnlyList<EvaluationQuestion> ReadFile(string path)
    {
        var questions = new List<EvaluationQuestion>();
        foreach (var (number, line) in File.ReadLines(path).Index().Where(l => !string.IsNullOrWhiteSpace(l.Item)))
        {
            questions.Add(Parse(line) ?? throw new FormatException($"{path}:{number + 1}: not a question (id, question and asOf are needed; asOf as 2024-03-31 or an instant)"));
        }

        return questions.Count > 0 ? questions : throw new FormatException($"{path}: holds no question");
    }

    private static EvaluationQuestion? Parse(string line)
    {
        try
        {
            var question = JsonSerializer.Deserialize<EvaluationQuestion>(line, Web);
            return question is not null && Retrieval.AsOf.TryParse(question.AsOf, out _) ? question : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
