using BriefingBot.Answering.Synthesis;
using Microsoft.Extensions.Logging;

namespace BriefingBot.SemanticKernel;

/// <summary>Says in the log why the model's words were not used: people are told that they were not, and operators have to mend it.</summary>
internal sealed partial class SynthesisLog(ILogger<SynthesisLog> logger)
{
    public void Note(SynthesisReport report)
    {
        if (report.Fallback.Length > 0) LogFallback(report.Model, report.Fallback);
    }

    public void NoteFollowUp(string reason) => LogFollowUp(reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Answered in the articles' own words instead of {Model}'s: {Reason}")]
    private partial void LogFallback(string model, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A follow-up was read by the rules instead of by the language model: {Reason}")]
    private partial void LogFollowUp(string reason);
}
