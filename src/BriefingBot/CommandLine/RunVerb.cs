using BriefingBot.Hosting;

namespace BriefingBot.CommandLine;

/// <summary>The hosted service: the index kept fresh, and the chat platforms that are configured.</summary>
internal sealed class RunVerb() : Verb(
    "run",
    "Keep the index fresh and answer on the chat platforms that are configured, until Ctrl+C. What is done without a verb.",
    "run",
    "run --data /srv/briefings")
{
    protected override Task<int> RunAsync(Session session, CancellationToken cancellation) =>
        new BriefingService(session, session.Get<IEnumerable<IChatAdapter>>()).RunAsync(cancellation);
}
