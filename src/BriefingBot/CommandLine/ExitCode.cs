namespace BriefingBot.CommandLine;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    /// <summary>Done. Not finding an answer is an answer.</summary>
    public const int Done = 0;

    /// <summary>Finished, with problems that are listed.</summary>
    public const int Problems = 1;

    /// <summary>The command line or the configuration is wrong; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>The data folder is in use by another process, damaged or not writable.</summary>
    public const int DataFolder = 3;

    /// <summary>A defect of the program.</summary>
    public const int Defect = 4;

    /// <summary>Stopped by the user; 128 + SIGINT, as shells have it.</summary>
    public const int Cancelled = 130;

    public const string Help = """
        Exit codes:
          0    done; finding no answer is a result, too
          1    finished, with problems that are listed
          2    the command line or the configuration is wrong
          3    the data folder is busy, damaged or not writable
          4    a defect of the program
          130  cancelled

        Results go to standard output, notes and errors to standard error. With --json standard output is one JSON
        document, and an error is a line {"error":{"code":…,"message":…}} on standard error.
        """;
}
