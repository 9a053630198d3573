using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Simulators.Slack.WebApi;

/// <summary>https://docs.slack.dev/apis/web-api/using-the-conversations-api; reading takes no JSON.</summary>
internal sealed class ConversationMethods(World world, ChannelAccess access)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    public IEnumerable<ApiMethod> All =>
    [
        new("conversations.info", Tier.Three, request => new JsonObject { ["channel"] = access.Readable(request, "read").ToJson() }, Scopes("read")) { FormOnly = true },
        new("conversations.members", Tier.Four, Members, Scopes("read")) { FormOnly = true },
        new("conversations.history", Tier.Three, History, Scopes("history")) { FormOnly = true },
        new("conversations.replies", Tier.Three, Replies, Scopes("history")) { FormOnly = true },
        new("conversations.open", Tier.Three, Open, "im:write", "mpim:write", "channels:manage", "groups:write"),
    ];

    private static string[] Scopes(string right) => [$"channels:{right}", $"groups:{right}", $"im:{right}", $"mpim:{right}"];

    private JsonObject Members(ApiRequest request)
    {
        var channel = access.Readable(request, "read");
        var ids = channel.Members.Select(member => member.Id).Concat(channel.BotIsMember ? [world.Bot.Id] : []).ToList();
        return Page(request, "members", ids, id => JsonValue.Create(id));
    }

    private JsonObject History(ApiRequest request)
    {
        var channel = Member(request);
        var shown = channel.Messages.Where(message => (message.ThreadTs is null || message.IsBroadcast) && IsShown(request, message)).Reverse().ToList();
        return Page(request, "messages", shown, message => message.ToJson(world, request.Flag("include_all_metadata")));
    }

    private JsonObject Replies(ApiRequest request)
    {
        var channel = Member(request);
        var ts = request.Required("ts", "thread_not_found");
        var root = channel.Messages.Find(message => message.Ts == ts && !message.IsDeleted) ?? throw new ApiException("thread_not_found");
        var thread = channel.Messages.Where(message => message == root || message.ThreadTs == (root.ThreadTs ?? root.Ts) || message.Ts == root.ThreadTs);

        // The first message comes along whatever the bounds are.
        return Page(request, "messages", [.. thread.Where(message => message.Ts == (root.ThreadTs ?? root.Ts) || IsShown(request, message))], message => message.ToJson(world, request.Flag("include_all_metadata")));
    }

    private JsonObject Open(ApiRequest request)
    {
        var users = request.Text("users")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(world.User).ToList() ?? [];
        if (request.Text("channel") is { Length: > 0 }) return Opened(request, access.Visible(request));
        if (users.Count == 0) throw new ApiException("users_list_not_supplied");
        if (users.Contains(null)) throw new ApiException("user_not_found");
        if (users is [{ IsBot: true }]) throw new ApiException("cannot_dm_bot");
        return Opened(request, users.Count == 1 ? world.DirectMessage(users[0]!) : Group([.. users.OfType<SimUser>()]));
    }

    private SimChannel Group(List<SimUser> users)
    {
        var open = world.Channels.Find(channel => channel.Kind == ChannelKind.Group && channel.Members.ToHashSet().SetEquals(users));
        if (open is not null) return open;
        var group = world.Add(new SimChannel(world.NextId("G"), "mpdm-" + string.Join("--", users.Select(user => user.Name)), ChannelKind.Group, world.Team));
        group.Members.AddRange(users);
        return group;
    }

    private static JsonObject Opened(ApiRequest request, SimChannel channel) => new()
    {
        ["channel"] = request.Flag("return_im") ? channel.ToJson() : new JsonObject { ["id"] = channel.Id },
    };

    private SimChannel Member(ApiRequest request)
    {
        var channel = access.Readable(request, "history");
        return channel.BotIsMember ? channel : throw new ApiException("not_in_channel");
    }

    private static bool IsShown(ApiRequest request, SimMessage message)
    {
        if (message.IsDeleted || message.OnlyFor is not null) return false;
        var (ts, inclusive) = (Seconds(message.Ts), request.Flag("inclusive"));
        var after = request.Text("oldest") is not { Length: > 0 } oldest || ts > Seconds(oldest) || inclusive && ts == Seconds(oldest);
        return after && (request.Text("latest") is not { Length: > 0 } latest || ts < Seconds(latest) || inclusive && ts == Seconds(latest));
    }

    private static decimal Seconds(string ts) => decimal.TryParse(ts, NumberStyles.Number, CultureInfo.InvariantCulture, out var seconds) ? seconds : throw ApiException.InvalidArguments("invalid timestamp");

    // https://docs.slack.dev/apis/web-api/pagination
    private static JsonObject Page<T>(ApiRequest request, string name, IReadOnlyList<T> items, Func<T, JsonNode?> json)
    {
        var limit = int.TryParse(request.Arguments["limit"]?.ToString(), out var asked) ? Math.Clamp(asked, 1, MaxLimit) : DefaultLimit;
        var start = request.Text("cursor") is { Length: > 0 } cursor ? Position(cursor) : 0;
        var more = start + limit < items.Count;
        var next = more ? Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"next:{start + limit}"))) : "";
        return new JsonObject
        {
            [name] = new JsonArray([.. items.Skip(start).Take(limit).Select(json)]),
            ["has_more"] = more,
            ["response_metadata"] = new JsonObject { ["next_cursor"] = next },
        };
    }

    private static int Position(string cursor)
    {
        var bytes = new byte[cursor.Length];
        return Convert.TryFromBase64String(cursor, bytes, out var length) && int.TryParse(Encoding.ASCII.GetString(bytes, 0, length).Replace("next:", "", StringComparison.Ordinal), out var position) ? position : throw new ApiException("invalid_cursor");
    }
}
