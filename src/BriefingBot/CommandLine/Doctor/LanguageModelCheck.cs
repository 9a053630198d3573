using System.Globalization;
using BriefingBot.Answering.Synthesis;
using BriefingBot.SemanticKernel;

namespace BriefingBot.CommandLine.Doctor;

/// <summary>Asks the configured language model for one word.</summary>
internal static class LanguageModelCheck
{
    private const string Check = "Language model";

    public static async Task<Finding> OfAsync(Session session, CancellationToken cancellation)
    {
        var options = session.Get<LlmOptions>();
        if (!options.IsOn) return Finding.Good(Check, $"off; answers are the articles' own sentences. {LlmOptions.ProviderKey} turns it on.");
        try
        {
            var (model, took) = await ModelProbe.RunAsync(options, session.Get<TimeProvider>(), cancellation);
            return Finding.Good(Check, string.Create(CultureInfo.InvariantCulture, $"{model} by {options.Provider} answers in {took.TotalMilliseconds:F0} ms."));
        }
        catch (ModelException e)
        {
            return Finding.Problem(Check, e.Message, "Until then answers are the articles' own sentences.", ExitCode.Problems);
        }
    }
}
