using System.Text.Json;

namespace BriefingBot.Evaluation.Summaries;

/// <summary>One line of a summary file: a text, or several on one event, and how a person summed them up.</summary>
/// <param name="Text">The one text; paragraphs are parted by blank lines.</param>
/// <param name="Articles">The texts, if there are several.</param>
public sealed record SummaryTask(string? Text = null, IReadOnlyList<string>? Articles = null, string Reference = "")
{
    public IReadOnlyList<string> Texts => Articles ?? [Text ?? ""];

    /// <summary>Reads a JSON Lines file. A line that cannot be read is an error: a score over half a file would mislead.</summary>
    /// <exception cref="FormatException">Names file and line.</exception>
    public static IReadOnlyList<SummaryTask> ReadFile(string path)
    {
        var tasks = new List<SummaryTask>();
        foreach (var (number, line) in File.ReadLines(path).Index().Where(l => !string.IsNullOrWhiteSpace(l.Item)))
        {
            tasks.Add(Parse(line) ?? throw new FormatException($"{path}:{number + 1}: not a summary task (text or articles, and reference are needed)"));
        }

        return tasks.Count > 0 ? tasks : throw new FormatException($"{path}: holds no summary task");
    }

    private static SummaryTask? Parse(string line)
    {
        try
        {
            var task = JsonSerializer.Deserialize<SummaryTask>(line, JsonSerializerOptions.Web);
            return task is not null && task.Reference.Length > 0 && task.Texts.All(text => text?.Length > 0) && task.Texts.Count > 0 ? task : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
