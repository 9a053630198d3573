using System.Text.Json;
using BriefingBot.Chat.Answers;
using BriefingBot.Slack.Delivery;
using BriefingBot.Slack.Rendering;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Receiving;

/// <summary>The places in Slack that are the app's own: its home tab and the beginning of an assistant thread. What fails there is only logged.</summary>
internal sealed partial class AppSurfaces(SlackWebApi api, IAnswerStore answers, People people, ILogger logger)
{
    private const int ShownAnswers = 10;
    private const string Title = "Ask the briefings";

    private static readonly SuggestedPrompt[] Prompts =
    [
        new("What is new?", "What happened in the last week?"),
        new("What can you do?", "help"),
    ];

    public async ValueTask OpenHomeAsync(JsonElement opened, CancellationToken cancellation)
    {
        var user = opened.Text("user");
        if (user.Length == 0 || opened.Text("tab") == "messages") return;
        try
        {
            var allowed = await people.ObjectionAsync(user, cancellation) is null;
            var recent = allowed ? await answers.RecentAsync(SlackPlatform.PlatformName, user, ShownAnswers, cancellation) : [];
            await api.PublishViewAsync(user, HomeTab.Of(recent), null, cancellation);
        }
        catch (SlackException e)
        {
            LogNotShown(logger, e.Message);
        }
    }

    public async ValueTask StartThreadAsync(JsonElement started, CancellationToken cancellation)
    {
        var (channel, thread) = (started.Text("assistant_thread", "channel_id"), started.Text("assistant_thread", "thread_ts"));
        if (channel.Length == 0 || thread.Length == 0) return;
        try
        {
            await api.SetSuggestedPromptsAsync(channel, thread, Title, Prompts, cancellation);
            await api.SetTitleAsync(channel, thread, Title, cancellation);
        }
        catch (SlackException e)
        {
            LogNotShown(logger, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack: the home tab or the beginning of an assistant thread could not be shown. {Reason}")]
    private static partial void LogNotShown(ILogger logger, string reason);
}
