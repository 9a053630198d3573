using BriefingBot.EndToEndTests.Simulators.Discord.People;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.EndToEndTests.Simulators.Discord;

/// <summary>Where attached files are kept: a host of its own, which knows of no tokens.</summary>
internal sealed class AttachmentServer(World world, Journal journal)
{
    /// <summary>Waited for before a file is sent.</summary>
    public Task Holds { get; set; } = Task.CompletedTask;

    public async Task HandleAsync(HttpContext context)
    {
        SimAttachment? file;
        lock (world.Sync) file = world.Attachments.Find(a => context.Request.Path.StartsWithSegments($"/attachments/{a.Id}", StringComparison.Ordinal));
        journal.Add(Traffic.File, $"{context.Request.Path} {context.Request.Headers.Authorization}".TrimEnd(), status: file is null ? 404 : 200);
        await Holds;
        if (file is null) context.Response.StatusCode = 404;
        else await context.Response.Body.WriteAsync(file.Content);
    }
}
