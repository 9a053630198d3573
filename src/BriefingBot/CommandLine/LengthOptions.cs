using System.CommandLine;
using BriefingBot.Answering;

namespace BriefingBot.CommandLine;

/// <summary>Options for the length of an answer; they set the configuration's keys for one run.</summary>
internal sealed class LengthOptions
{
    private readonly Option<int?> _sentences = Within(
        new Option<int?>("--sentences") { Description = $"Most sentences of the answer, 1 to {AnswerOptions.MostSentences}", HelpName = "N" },
        1, AnswerOptions.MostSentences);

    private readonly Option<int?> _words = Within(
        new Option<int?>("--words") { Description = $"Most words of the answer, {AnswerOptions.FewestWords} to {AnswerOptions.MostWords}", HelpName = "N" },
        AnswerOptions.FewestWords, AnswerOptions.MostWords);

    public void AddTo(Command command)
    {
        command.Add(_sentences);
        command.Add(_words);
    }

    public IEnumerable<KeyValuePair<string, string?>> Settings(ParseResult parsed)
    {
        if (parsed.GetValue(_sentences) is { } sentences) yield return new($"{AnswerOptions.Section}:{nameof(AnswerOptions.MaxSentences)}", $"{sentences}");
        if (parsed.GetValue(_words) is { } words) yield return new($"{AnswerOptions.Section}:{nameof(AnswerOptions.MaxWords)}", $"{words}");
    }

    private static Option<int?> Within(Option<int?> option, int least, int most)
    {
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is { } value && (value < least || value > most)) result.AddError($"{option.Name} must be from {least} to {most}.");
        });
        return option;
    }
}
