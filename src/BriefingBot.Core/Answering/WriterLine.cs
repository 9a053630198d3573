namespace BriefingBot.Answering;

/// <summary>Says in a sentence whose words an answer is in.</summary>
public static class WriterLine
{
    public static string Of(Answer answer) => answer switch
    {
        { Status: not AnswerStatus.Answered } => "",
        { Writer: ExtractiveWriter.Name, Synthesis: null } => "In the articles' own words.",
        { Writer: ExtractiveWriter.Name } => $"In the articles' own words, as {answer.Synthesis.Model} could not write it.",
        _ when answer.Writer.EndsWith($"+{ExtractiveWriter.Name}", StringComparison.Ordinal) =>
            $"Written by {answer.Synthesis?.Model} and in part in the articles' own words, each sentence checked against what it cites.",
        _ => $"Written by {answer.Synthesis?.Model}, each sentence checked against what it cites.",
    };
}
