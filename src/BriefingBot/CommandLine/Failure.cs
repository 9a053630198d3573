using BriefingBot.SqliteStore;
using Microsoft.Extensions.Options;

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
        _ when Configuration(exception) is { } problem => new Failure(ExitCode.Usage, problem),
        { Source: "Lucene.Net" } => new Failure(
            ExitCode.DataFolder, $"The search index is damaged ({exception.Message.TrimEnd('.')}). Make it again from the stored articles with 'index --rebuild'."),
        IOException or UnauthorizedAccessException => new Failure(ExitCode.DataFolder, exception.Message),
        _ => new Failure(ExitCode.Defect, $"{exception.GetType().Name}: {exception.Message}"),
    };

    /// <summary>What is wrong with the configuration, if that is what the exception says.</summary>
    public static string? Configuration(Exception exception) => exception switch
    {
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        AggregateException { InnerExceptions: var several } when several.All(e => e is OptionsValidationException) =>
            string.Join(Environment.NewLine, several.Select(Configuration)),
        // The configuration binder and the JSON provider have no exception types of their own.
        InvalidOperationException { Source: BinderSource } => exception.Message,
        InvalidDataException { Source: JsonSource } => $"{exception.Message} {exception.InnerException?.Message}".TrimEnd(),
        FileNotFoundException { Source: FileSource } => exception.Message,
        _ => null,
    };

    private const string BinderSource = "Microsoft.Extensions.Configuration.Binder";
    private const string JsonSource = "Microsoft.Extensions.Configuration.FileExtensions";
    private const string FileSource = "Microsoft.Extensions.Configuration.FileExtensions";
}
