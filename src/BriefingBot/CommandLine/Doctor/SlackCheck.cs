using BriefingBot.Hosting;
using BriefingBot.Slack;
using BriefingBot.Slack.WebApi;

namespace BriefingBot.CommandLine.Doctor;

/// <summary>Asks Slack whom the tokens are for and what they may do.</summary>
internal static class SlackCheck
{
    private const string Check = "Slack";

    public static async Task<IReadOnlyList<Finding>> OfAsync(Session session, CancellationToken cancellation)
    {
        var options = session.Get<SlackOptions>();
        var statement = SlackAdapter.StatementOf(options, session.Get<WebOptions>());
        if (options.BotToken.Length == 0) return [Finding.Good(Check, statement)];
        try
        {
            var (api, time) = (session.Get<SlackWebApi>(), session.Get<TimeProvider>());
            var bot = await PlatformAnswer.WithinTimeAsync(api.TestAuthAsync, time, cancellation);
            // An address that nobody connects to just runs out.
            if (options.AppToken.Length > 0) await PlatformAnswer.WithinTimeAsync(api.OpenConnectionAsync, time, cancellation);
            return [Finding.Good(Check, $"The tokens are accepted as those of {bot.User ?? bot.UserId} in {bot.Team ?? bot.TeamId}; {statement}"), .. Lacking(bot)];
        }
        catch (SlackException e) when (!e.IsTransient)
        {
            return [Finding.Problem(Check, e.Message, "'run' leaves Slack off until then.", ExitCode.Usage)];
        }
        catch (Exception e) when (e is SlackException or TimeoutException)
        {
            return [Finding.Notice(Check, $"The tokens could not be tried: {e.Message}", "'run' keeps trying.")];
        }
    }

    private static IEnumerable<Finding> Lacking(Identity bot)
    {
        var missing = bot.Missing(SlackBot.RequiredScopes);
        if (missing.Count == 0) yield break;
        yield return Finding.Problem(
            Check, $"The bot's token lacks the scopes {string.Join(", ", missing)}.", "Paste the manifest again at the app's page App Manifest, and reinstall the app.", ExitCode.Usage);
    }
}
