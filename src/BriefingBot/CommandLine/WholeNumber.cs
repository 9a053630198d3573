using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace BriefingBot.CommandLine;

/// <summary>Options that take a whole number within limits.</summary>
internal static class WholeNumber
{
    public static Option<int?> Option(string name, string description, int least, int most) => new(name)
    {
        Description = $"{description}, {least} to {most}",
        HelpName = "N",
        CustomParser = argument => Read(argument, name, least, most),
    };

    private static int? Read(ArgumentResult argument, string name, int least, int most)
    {
        var text = argument.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        argument.AddError($"{name} is '{text}'; it must be a whole number from {least} to {most}.");
        return null;
    }
}
