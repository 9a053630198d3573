using BriefingBot.EndToEndTests.Simulators.Slack.People;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.EndToEndTests.Simulators.Slack;

/// <summary>Where files are kept. Whoever may not have one is sent to a page to sign in.</summary>
internal sealed class FileServer(SimulatorSettings settings, World world, Journal journal)
{
    /// <summary>Waited for before a file is sent.</summary>
    public Task Holds { get; set; } = Task.CompletedTask;

    public async Task HandleAsync(HttpContext context)
    {
        var may = context.Request.Headers.Authorization == "Bearer " + settings.BotToken && settings.Scopes.Contains("files:read");
        SimFile? file;
        lock (world.Sync) file = world.Files.Find(f => context.Request.Path.StartsWithSegments($"/files-pri/T-{f.Id}", StringComparison.Ordinal) && f.Channel.BotIsMember);
        journal.Add(Traffic.File, context.Request.Path, status: may && file is not null ? 200 : 302);
        await Holds;
        if (may && file is not null) await context.Response.Body.WriteAsync(file.Content);
        else context.Response.Redirect("/?redir=file");
    }
}
