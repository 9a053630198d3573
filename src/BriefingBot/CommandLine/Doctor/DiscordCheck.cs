using BriefingBot.Discord;
using BriefingBot.Discord.Resources;
using BriefingBot.Discord.Rest;
using BriefingBot.Hosting;

namespace BriefingBot.CommandLine.Doctor;

/// <summary>Asks Discord about the bot's application, and compares its answer with the configuration.</summary>
internal static class DiscordCheck
{
    private const string Check = "Discord";

    public static async Task<IReadOnlyList<Finding>> OfAsync(Session session, CancellationToken cancellation)
    {
        var options = session.Get<DiscordOptions>();
        var statement = DiscordAdapter.StatementOf(options, session.Get<WebOptions>());
        if (options.Token.Length == 0) return [Finding.Good(Check, statement)];
        try
        {
            var application = await PlatformAnswer.WithinTimeAsync(session.Get<DiscordRest>().GetCurrentApplicationAsync, session.Get<TimeProvider>(), cancellation);
            return
            [
                Finding.Good(Check, $"The token is accepted as that of {application.Name}; {statement}"),
                Finding.Good(Check, $"It is invited to servers with {Invitation.For(application.Id)}"),
                .. Differences(options, application),
            ];
        }
        catch (DiscordException e) when (!e.IsTransient)
        {
            return [Finding.Problem(Check, e.Message, "'run' leaves Discord off until then.", ExitCode.Usage)];
        }
        catch (Exception e) when (e is DiscordException or TimeoutException)
        {
            return [Finding.Notice(Check, $"The token could not be tried: {e.Message}", "'run' keeps trying.")];
        }
    }

    private static IEnumerable<Finding> Differences(DiscordOptions options, Application application)
    {
        if (options.MessageContent && !application.HasMessageContent)
        {
            yield return Wrong(nameof(options.MessageContent), "asks for an intent that the application does not have", "Switch it on at the application's Bot page, or leave the setting false.");
        }

        if (options.ApplicationId.Length > 0 && options.ApplicationId != application.Id.ToString())
        {
            yield return Wrong(nameof(options.ApplicationId), $"is not the token's application, {application.Id}", "Correct it, or leave it empty.");
        }

        if (options.PublicKey.Length > 0 && !string.Equals(options.PublicKey, application.VerifyKey ?? options.PublicKey, StringComparison.OrdinalIgnoreCase))
        {
            yield return Wrong(nameof(options.PublicKey), "is not the application's", "Copy it from the application's General Information page.");
        }
    }

    private static Finding Wrong(string key, string how, string advice) => Finding.Problem(Check, $"{DiscordOptions.Section}:{key} {how}.", advice, ExitCode.Usage);
}
