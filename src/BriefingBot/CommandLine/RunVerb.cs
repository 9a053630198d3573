using BriefingBot.Chat.Working;
using BriefingBot.CommandLine.Rendering;
using BriefingBot.Discord;
using BriefingBot.Discord.Gateway;
using BriefingBot.LuceneIndex;

namespace BriefingBot.CommandLine;

/// <summary>The hosted service: the index kept fresh, and the chat platforms that are configured.</summary>
internal sealed class RunVerb() : Verb(
    "run",
    "Keep the index fresh and answer on the chat platforms that are configured, until Ctrl+C.",
    "run",
    "run --data /srv/briefings")
{
    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        await session.RefreshAsync(cancellation);
        var discord = session.Get<DiscordOptions>();
        session.Output.Result.Line("Index: on; it keeps up with the indexed folders.");
        session.Output.Result.Line(discord.Token.Length > 0
            ? $"Discord: on{(discord.MessageContent ? ", with message content" : "")}."
            : $"Discord: off; {DiscordOptions.Section}:{nameof(DiscordOptions.Token)} turns it on.");

        // If one part cannot go on, the others are stopped in good order and the reason is told.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var search = session.Get<LucenePassageSearch>();
        List<Task> parts = [EndingAllAsync(session.WatchAsync(search.Refresh, stopping.Token), stopping)];
        if (discord.Token.Length > 0)
        {
            var worker = session.Get<ChatWorker>();
            worker.Report = trouble => session.Output.Note(trouble.ToString());
            parts.Add(EndingAllAsync(worker.RunAsync(stopping.Token), stopping));
            parts.Add(EndingAllAsync(session.Get<DiscordBot>().RunAsync(session.Get<IDiscordConnection>(), stopping.Token), stopping));
        }

        try
        {
            await Task.WhenAll(parts);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The way to end it.
        }

        return ExitCode.Done;
    }

    private static async Task EndingAllAsync(Task part, CancellationTokenSource stopping)
    {
        try
        {
            await part;
        }
        finally
        {
            await stopping.CancelAsync();
        }
    }
}
