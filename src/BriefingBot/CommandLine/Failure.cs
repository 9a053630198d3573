using BriefingBot.SqliteStore;

namespace BriefingBot.CommandLine;

/// <summary>How a verb that could not finish ends.</summary>
/// <param name="Code">One of <see cref="ExitCode"/>.</param>
internal sealed record Failure(int Code, string Message)
{
    public static Failure Of(Exception exception) => exception switch
    {
        OperationCanceledException => new Failure(ExitCode.Cancelled, "Cancelled."),
        UsageException => new Failure(ExitCode.Usage, exception.Message),
        DataFolderException => new Failure(ExitCode.DataFolder, exception.Message),
        { Source: "Lucene.Net" } => new Failure(
            ExitCode.DataFolder, $"The search index is damaged ({exception.Message.TrimEnd('.')}). Make it again from the stored articles with 'index --rebuild'."),
        IOException or UnauthorizedAccessException => new Failure(ExitCode.DataFolder, exception.Message),
        _ => new Failure(ExitCode.Defect, $"{exception.GetType().Name}: {exception.Message}"),
    };
}
