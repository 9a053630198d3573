using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
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
    /// <summary>A page of a thread or channel, at most 999.</summary>
    private const string RepliesPerPage = "200";

    private readonly ApiClient _client = new(http, options, time, logger);

    /// <summary>Comes once Slack no longer takes the bot's token, with what to change; no call can go well from then on.</summary>
    public Task<SlackException> TokenRefused => _client.TokenRefused;

    public async Task<Identity> TestAuthAsync(CancellationToken cancellation)
    {
        var response = await _client.SendAsync(Form(ApiMethod.TestAuth), cancellation);
        return Read(ApiMethod.TestAuth, response.Body, SlackJson.Default.Identity) with
        {
            Scopes = response.Scopes?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };
    }

    /// <summary>The address of a new socket, good for one connection within half a minute.</summary>
    public async Task<Uri> OpenConnectionAsync(CancellationToken cancellation)
    {
        var opened = await GetAsync(Form(ApiMethod.OpenConnection), SlackJson.Default.ConnectionResponse, cancellation);
        return Uri.TryCreate(opened.Url, UriKind.Absolute, out var url) && url.Scheme is "ws" or "wss" ? url : throw ApiFailure.Unreadable(ApiMethod.OpenConnection, System.Net.HttpStatusCode.OK);
    }

    /// <summary>Not sent again when the response got lost; see <see cref="SlackException.OutcomeIsUnknown"/>.</summary>
    public Task<PostedMessage> PostMessageAsync(NewMessage message, CancellationToken cancellation) =>
        GetAsync(Json(ApiMethod.PostMessage, Plain(Unfurl(Node(message, SlackJson.Default.NewMessage)))) with { PostsTo = message.Channel }, SlackJson.Default.PostedMessage, cancellation);

    /// <summary>A message that one person sees, until they reload. It cannot be edited, and its metadata are not kept.</summary>
    /// <returns>Its timestamp.</returns>
    public async Task<string> PostEphemeralAsync(NewMessage message, string user, CancellationToken cancellation)
    {
        var body = Plain(Node(message with { Metadata = null }, SlackJson.Default.NewMessage));
        body["user"] = user;
        return (await GetAsync(Json(ApiMethod.PostEphemeral, body), SlackJson.Default.EphemeralResponse, cancellation)).MessageTs;
    }

    public Task<PostedMessage> UpdateMessageAsync(MessageEdit edit, CancellationToken cancellation) =>
        GetAsync(Json(ApiMethod.UpdateMessage, Plain(Node(edit, SlackJson.Default.MessageEdit))), SlackJson.Default.PostedMessage, cancellation);

    /// <summary>Deleting one that is gone is no failure.</summary>
    public async Task DeleteMessageAsync(string channel, string ts, CancellationToken cancellation)
    {
        try
        {
            await CallAsync(ApiMethod.DeleteMessage, new MessageAddress(channel, ts), SlackJson.Default.MessageAddress, cancellation);
        }
        catch (SlackException e) when (e.Code == ErrorCode.MessageNotFound)
        {
            // That is what was wanted.
        }
    }

    /// <summary>Not sent again when the response got lost; see <see cref="SlackException.OutcomeIsUnknown"/>.</summary>
    public Task<PostedMessage> StartStreamAsync(StreamStart stream, CancellationToken cancellation) =>
        GetAsync(Json(ApiMethod.StartStream, Node(stream, SlackJson.Default.StreamStart)) with { PostsTo = stream.Channel }, SlackJson.Default.PostedMessage, cancellation);

    /// <summary>At most 12,000 characters of Markdown. Not sent again when the response got lost.</summary>
    public Task AppendStreamAsync(string channel, string ts, string markdownText, CancellationToken cancellation) =>
        CallAsync(ApiMethod.AppendStream, new StreamPart(channel, ts, markdownText), SlackJson.Default.StreamPart, cancellation);

    public Task StopStreamAsync(StreamEnd end, CancellationToken cancellation) => CallAsync(ApiMethod.StopStream, end, SlackJson.Default.StreamEnd, cancellation);

    /// <summary>Shows below an assistant thread what the bot is doing, for two minutes or until it says something; empty clears it.</summary>
    public Task SetStatusAsync(string channel, string threadTs, string status, CancellationToken cancellation) =>
        CallAsync(ApiMethod.SetStatus, new ThreadStatus(channel, threadTs, status), SlackJson.Default.ThreadStatus, cancellation);

    /// <param name="channel">Of the assistant thread.</param>
    /// <param name="threadTs">Its first message.</param>
    /// <param name="title">Above the prompts; null for none.</param>
    /// <param name="prompts">1 to 4.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task SetSuggestedPromptsAsync(string channel, string threadTs, string? title, IReadOnlyList<SuggestedPrompt> prompts, CancellationToken cancellation) =>
        CallAsync(ApiMethod.SetSuggestedPrompts, new ThreadPrompts(channel, threadTs, title, prompts), SlackJson.Default.ThreadPrompts, cancellation);

    /// <summary>What the thread is called in the person's history with the bot.</summary>
    public Task SetTitleAsync(string channel, string threadTs, string title, CancellationToken cancellation) =>
        CallAsync(ApiMethod.SetTitle, new ThreadTitle(channel, threadTs, title), SlackJson.Default.ThreadTitle, cancellation);

    /// <param name="triggerId">From a command or click, good for three seconds.</param>
    /// <param name="view">A modal of at most 100 blocks.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<View> OpenViewAsync(string triggerId, JsonObject view, CancellationToken cancellation) =>
        await GetViewAsync(ApiMethod.OpenView, Node(new ViewOpening(triggerId, view), SlackJson.Default.ViewOpening), cancellation);

    /// <param name="viewId">Which modal.</param>
    /// <param name="view">What it becomes.</param>
    /// <param name="hash">Refuses the update if it was changed since; null for no matter.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<View> UpdateViewAsync(string viewId, JsonObject view, string? hash, CancellationToken cancellation) =>
        await GetViewAsync(IfUnchanged(ApiMethod.UpdateView, hash), Node(new ViewUpdate(viewId, view, hash), SlackJson.Default.ViewUpdate), cancellation);

    /// <summary>Shows a person their home tab.</summary>
    public async Task<View> PublishViewAsync(string user, JsonObject view, string? hash, CancellationToken cancellation) =>
        await GetViewAsync(IfUnchanged(ApiMethod.PublishView, hash), Node(new HomeView(user, view, hash), SlackJson.Default.HomeView), cancellation);

    public async Task<Conversation> GetConversationAsync(string channel, CancellationToken cancellation) =>
        (await GetAsync(Form(ApiMethod.GetConversation, ("channel", channel)), SlackJson.Default.ConversationResponse, cancellation)).Channel;

    /// <summary>The direct message with a person, opened if there is none.</summary>
    public async Task<Conversation> OpenDirectMessageAsync(string user, CancellationToken cancellation) =>
        (await GetAsync(Json(ApiMethod.OpenConversation, Node(new ConversationOpening(user, ReturnIm: true), SlackJson.Default.ConversationOpening)), SlackJson.Default.ConversationResponse, cancellation)).Channel;

    /// <summary>
    /// A thread's messages with all metadata. Takes the history scope of the channel's kind; where Slack refuses it to the
    /// bot, there is no telling whether a message is there.
    /// </summary>
    /// <param name="channel">Where the thread is.</param>
    /// <param name="threadTs">Its first message.</param>
    /// <param name="oldest">Only later ones; null for all.</param>
    /// <param name="cursor">From the page before; null for the first.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<Replies> GetRepliesAsync(string channel, string threadTs, string? oldest, string? cursor, CancellationToken cancellation) =>
        GetPageAsync(Form(ApiMethod.GetReplies, ("channel", channel), ("ts", threadTs), ("include_all_metadata", "true"), ("limit", RepliesPerPage), ("oldest", oldest), ("cursor", cursor)), cancellation);

    /// <summary>A channel's messages with all metadata, without those of threads.</summary>
    /// <param name="channel">Which channel.</param>
    /// <param name="oldest">Only later ones; null for all.</param>
    /// <param name="cursor">From the page before; null for the first.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<Replies> GetHistoryAsync(string channel, string? oldest, string? cursor, CancellationToken cancellation) =>
        GetPageAsync(Form(ApiMethod.GetHistory, ("channel", channel), ("include_all_metadata", "true"), ("limit", RepliesPerPage), ("oldest", oldest), ("cursor", cursor)), cancellation);

    public async Task<User> GetUserAsync(string user, CancellationToken cancellation) =>
        (await GetAsync(Form(ApiMethod.GetUser, ("user", user)), SlackJson.Default.UserResponse, cancellation)).User;

    /// <summary>Not sent again when the response got lost; see <see cref="SlackException.OutcomeIsUnknown"/>.</summary>
    public Task RespondAsync(Uri responseUrl, UrlResponse response, CancellationToken cancellation)
    {
        // It came in a message; wherever else it points to, nothing of ours goes there.
        if (!IsSlacks(responseUrl)) throw new SlackException($"The response URL is not one of Slack's. Check {SlackOptions.Section}:{nameof(SlackOptions.BaseUrl)}.");

        return _client.SendAsync(Json(ApiMethod.RespondByUrl, Unfurl(Node(response, SlackJson.Default.UrlResponse))) with { ResponseUrl = responseUrl }, cancellation);
    }

    private async Task<Replies> GetPageAsync(ApiRequest request, CancellationToken cancellation)
    {
        var page = await GetAsync(request, SlackJson.Default.RepliesResponse, cancellation);
        return new Replies(page.Messages, page.ResponseMetadata?.NextCursor is { Length: > 0 } next ? next : null);
    }

    private async Task<View> GetViewAsync(ApiMethod method, JsonObject body, CancellationToken cancellation) =>
        (await GetAsync(Json(method, body), SlackJson.Default.ViewResponse, cancellation)).View;

    private async Task CallAsync<T>(ApiMethod method, T arguments, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        await _client.SendAsync(Json(method, Node(arguments, type)), cancellation);

    private async Task<T> GetAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        Read(request.Method, (await _client.SendAsync(request, cancellation)).Body, type);

    /// <summary>A repeated update would find the hash changed by its own first try.</summary>
    private static ApiMethod IfUnchanged(ApiMethod method, string? hash) => method with { IsRepeatable = hash is null };

    private bool IsSlacks(Uri url)
    {
        var api = new Uri(options.BaseUrl);
        return url.Scheme == api.Scheme && (url.Host == api.Host || url.Host.EndsWith($".{api.Host}", StringComparison.OrdinalIgnoreCase));
    }

    private JsonObject Unfurl(JsonObject message)
    {
        message["unfurl_links"] = options.UnfurlLinks;
        message["unfurl_media"] = options.UnfurlLinks;
        return message;
    }

    /// <summary>Names and channels in a text stay text: chat.update would link them of its own accord.</summary>
    private static JsonObject Plain(JsonObject message)
    {
        message["parse"] = "none";
        message["link_names"] = false;
        return message;
    }

    private static JsonObject Node<T>(T arguments, JsonTypeInfo<T> type) => (JsonObject)JsonSerializer.SerializeToNode(arguments, type)!;

    private static ApiRequest Json(ApiMethod method, JsonObject arguments)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(arguments, SlackJson.Default.JsonObject);
        return new ApiRequest(method, () => new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } });
    }

    private static ApiRequest Form(ApiMethod method, params (string Name, string? Value)[] arguments) =>
        new(method, () => new FormUrlEncodedContent(arguments.Where(a => a.Value is not null).Select(a => KeyValuePair.Create(a.Name, a.Value!))));

    private static T Read<T>(ApiMethod method, byte[] json, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new SlackException($"Slack's response to {method} cannot be read.", e) { OutcomeIsUnknown = !method.IsRepeatable };
        }
    }
}
