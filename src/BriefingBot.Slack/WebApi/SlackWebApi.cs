using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.WebApi;

/// <summary>
/// The Web API methods that the bot uses: https://docs.slack.dev/apis/web-api. Every method waits for Slack's limits, tries
/// again where that is safe, and throws <see cref="SlackException"/> when it does not work out.
/// </summary>
/// <param name="http">Not from a factory that logs: response URLs are secrets. One for the process, as the limits are its.</param>
/// <param name="options">Tokens and address.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where refusals are noted.</param>
public sealed class SlackWebApi(HttpClient http, SlackOptions options, TimeProvider time, ILogger<SlackWebApi> logger)
{
    public Task<Identity> TestAuthAsync(CancellationToken cancellation) => throw Later();

    /// <summary>The address of a new socket, good for one connection within half a minute.</summary>
    public Task<Uri> OpenConnectionAsync(CancellationToken cancellation) => throw Later();

    /// <summary>Not sent again when the response got lost; see <see cref="SlackException.OutcomeIsUnknown"/>.</summary>
    public Task<PostedMessage> PostMessageAsync(NewMessage message, CancellationToken cancellation) => throw Later();

    /// <summary>A message that one person sees, until they reload. It has no metadata and cannot be edited.</summary>
    public Task<string> PostEphemeralAsync(NewMessage message, string user, CancellationToken cancellation) => throw Later();

    public Task<PostedMessage> UpdateMessageAsync(MessageEdit edit, CancellationToken cancellation) => throw Later();

    /// <summary>Deleting one that is gone is no failure.</summary>
    public Task DeleteMessageAsync(string channel, string ts, CancellationToken cancellation) => throw Later();

    public Task<PostedMessage> StartStreamAsync(StreamStart stream, CancellationToken cancellation) => throw Later();

    public Task AppendStreamAsync(string channel, string ts, string markdownText, CancellationToken cancellation) => throw Later();

    public Task StopStreamAsync(StreamEnd end, CancellationToken cancellation) => throw Later();

    /// <summary>Shows below an assistant thread what the bot is doing, for two minutes or until it says something; empty clears it.</summary>
    public Task SetStatusAsync(string channel, string threadTs, string status, CancellationToken cancellation) => throw Later();

    /// <param name="channel">Of the assistant thread.</param>
    /// <param name="threadTs">Its first message.</param>
    /// <param name="title">Above the prompts; null for none.</param>
    /// <param name="prompts">1 to 4.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task SetSuggestedPromptsAsync(string channel, string threadTs, string? title, IReadOnlyList<SuggestedPrompt> prompts, CancellationToken cancellation) => throw Later();

    public Task SetTitleAsync(string channel, string threadTs, string title, CancellationToken cancellation) => throw Later();

    /// <param name="triggerId">From a command or click, good for three seconds.</param>
    /// <param name="view">A modal of at most 100 blocks.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<View> OpenViewAsync(string triggerId, JsonObject view, CancellationToken cancellation) => throw Later();

    /// <param name="viewId">Which modal.</param>
    /// <param name="view">What it becomes.</param>
    /// <param name="hash">Refuses the update if it was changed since; null for no matter.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<View> UpdateViewAsync(string viewId, JsonObject view, string? hash, CancellationToken cancellation) => throw Later();

    /// <summary>Shows a person their home tab.</summary>
    public Task<View> PublishViewAsync(string user, JsonObject view, string? hash, CancellationToken cancellation) => throw Later();

    public Task<Conversation> GetConversationAsync(string channel, CancellationToken cancellation) => throw Later();

    /// <summary>The direct message with a person, opened if there is none.</summary>
    public Task<Conversation> OpenDirectMessageAsync(string user, CancellationToken cancellation) => throw Later();

    /// <summary>A thread's messages with all metadata.</summary>
    /// <param name="channel">Where the thread is.</param>
    /// <param name="threadTs">Its first message.</param>
    /// <param name="oldest">Only later ones; null for all.</param>
    /// <param name="cursor">From the page before; null for the first.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<Replies> GetRepliesAsync(string channel, string threadTs, string? oldest, string? cursor, CancellationToken cancellation) => throw Later();

    public Task<Replies> GetHistoryAsync(string channel, string? oldest, string? cursor, CancellationToken cancellation) => throw Later();

    public Task<User> GetUserAsync(string user, CancellationToken cancellation) => throw Later();

    /// <summary>Not sent again when the response got lost; see <see cref="SlackException.OutcomeIsUnknown"/>.</summary>
    public Task RespondAsync(Uri responseUrl, UrlResponse response, CancellationToken cancellation) => throw Later();

    private NotImplementedException Later() => new($"{http} {options} {time} {logger}");
}
