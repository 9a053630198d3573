using System.Globalization;
using System.Text.Json;
using BriefingBot.Chat.Feedback;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>A gap for programs.</summary>
/// <param name="Status">How the question ended the last time: as in an answer.</param>
internal sealed record GapJson(
    string Question, int Asked, int Unanswered, string Status, DateTimeOffset Newest, int Helpful, int NotHelpful, int WrongCitation)
{
    public static GapJson Of(Gap gap) => new(
        gap.Question, gap.Asked, gap.Unanswered, JsonNamingPolicy.KebabCaseLower.ConvertName(gap.Status.ToString()), gap.Newest,
        gap.Helpful, gap.NotHelpful, gap.WrongCitation);

    /// <summary>The same in a line for people.</summary>
    public string Summary()
    {
        var parts = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{Newest:yyyy-MM-dd}"), Status, $"asked {Asked}×, unanswered {Unanswered}×" };
        foreach (var (count, what) in new[] { (Helpful, "helpful"), (NotHelpful, "not helpful"), (WrongCitation, "wrong citation") })
        {
            if (count > 0) parts.Add($"{what} {count}×");
        }

        return string.Join("; ", parts);
    }
}
