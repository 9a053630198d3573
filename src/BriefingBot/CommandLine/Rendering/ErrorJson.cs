namespace BriefingBot.CommandLine.Rendering;

/// <summary>An error for programs, one line on standard error.</summary>
internal sealed record ErrorJson(ErrorDetail Error)
{
    public static ErrorJson Of(Failure failure) => new(new ErrorDetail(failure.Code, failure.Message));
}

/// <param name="Code">The exit code.</param>
internal sealed record ErrorDetail(int Code, string Message);
