namespace BriefingBot.CommandLine.Doctor;

/// <summary>How much a finding matters.</summary>
internal enum FindingLevel
{
    Good,

    /// <summary>Works, but the user may want to know.</summary>
    Notice,

    /// <summary>Something to mend.</summary>
    Problem,
}

/// <summary>What one check of <c>doctor</c> found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Advice">What to do; empty when there is nothing to do.</param>
/// <param name="Code">The exit code it calls for, one of <see cref="ExitCode"/>.</param>
internal sealed record Finding(FindingLevel Level, string Check, string Message, string Advice = "", int Code = ExitCode.Done)
{
    public static Finding Good(string check, string message) => new(FindingLevel.Good, check, message);

    public static Finding Notice(string check, string message, string advice = "") => new(FindingLevel.Notice, check, message, advice);

    public static Finding Problem(string check, string message, string advice, int code) => new(FindingLevel.Problem, check, message, advice, code);
}
