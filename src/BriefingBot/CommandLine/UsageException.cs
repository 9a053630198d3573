namespace BriefingBot.CommandLine;

/// <summary>The command line or configuration cannot be followed; the message says what to change.</summary>
internal sealed class UsageException(string message) : Exception(message);
