using System.CommandLine;
using BriefingBot.Answering;

namespace BriefingBot.CommandLine;

/// <summary>Options for the length of an answer; they set the configuration's keys for one run.</summary>
internal sealed class LengthOptions
{
    private readonly Option<int?> _sentences = WholeNumber.Option("--sentences", "Most sentences of the answer", 1, AnswerOptions.MostSentences);
    private readonly Option<int?> _words = WholeNumber.Option("--words", "Most words of the answer", AnswerOptions.FewestWords, AnswerOptions.MostWords);

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
}
