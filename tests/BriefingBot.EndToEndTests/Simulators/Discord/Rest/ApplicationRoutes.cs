using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord.Gateway;
using BriefingBot.EndToEndTests.Simulators.Discord.People;
using BriefingBot.EndToEndTests.Simulators.Discord.Rules;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Rest;

/// <summary>The bot about itself: where its gateway is, who it is, which commands it has.</summary>
internal sealed class ApplicationRoutes(SimulatorSettings settings, World world, GatewayServer gateway, Func<string> gatewayUrl, Func<string> publicKey)
{
    public IEnumerable<Route> All =>
    [
        new("GET", "gateway", _ => RestReply.Ok(new JsonObject { ["url"] = gatewayUrl() }), Credential.None),
        new("GET", "gateway/bot", _ => RestReply.Ok(Recommendation())),
        new("GET", "users/@me", _ => RestReply.Ok(world.Bot.ToJson())),
        new("GET", "users/{user}", request => RestReply.Ok((world.Users.Find(user => user.Id == request.Id("user")) ?? throw ApiException.UnknownUser).ToJson())),
        new("GET", "users/@me/guilds", _ => RestReply.Ok(new JsonArray([.. world.Guilds.Select(guild => guild.ToJson(world.Bot))]))),
        new("GET", "guilds/{guild}", request => RestReply.Ok(Guild(request).ToJson(world.Bot))),
        new("GET", "applications/@me", _ => RestReply.Ok(Application())),
        new("GET", "oauth2/applications/@me", _ => RestReply.Ok(Application())),
        new("GET", "applications/{application}/commands", request => Commands(request, null)),
        new("PUT", "applications/{application}/commands", request => Overwrite(request, null)),
        new("GET", "applications/{application}/guilds/{guild}/commands", request => Commands(request, Guild(request))),
        new("PUT", "applications/{application}/guilds/{guild}/commands", request => Overwrite(request, Guild(request))),
    ];

    private JsonObject Recommendation() => new()
    {
        ["url"] = gatewayUrl(),
        ["shards"] = settings.RecommendedShards,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = settings.IdentifiesPerDay,
            ["remaining"] = gateway.Identifies.Remaining,
            ["reset_after"] = (long)gateway.Identifies.ResetAfter.TotalMilliseconds,
            ["max_concurrency"] = settings.MaxConcurrency,
        },
    };

    private JsonObject Application() => new()
    {
        ["id"] = world.Bot.Id.ToString(),
        ["name"] = "Simulated application",
        ["icon"] = null,
        ["description"] = "",
        ["summary"] = "",
        ["bot_public"] = false,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = publicKey(),
        ["flags"] = (settings.Privileged.HasFlag(Intents.MessageContent) ? 1 << 19 : 0) | (settings.Privileged.HasFlag(Intents.GuildMembers) ? 1 << 15 : 0) | (settings.Privileged.HasFlag(Intents.GuildPresences) ? 1 << 13 : 0),
        ["flags_new"] = "0",
        ["team"] = null,
        ["owner"] = world.Users.FirstOrDefault(user => !user.IsBot)?.ToJson(),
        ["approximate_guild_count"] = world.Guilds.Count,
        ["bot"] = world.Bot.ToJson(),
        ["interactions_endpoint_url"] = null,
    };

    private SimGuild Guild(RestRequest request) => world.Guilds.Find(guild => guild.Id == request.Id("guild")) ?? throw ApiException.UnknownGuild;

    private List<JsonObject> Stored(RestRequest request, SimGuild? guild)
    {
        if (request.Id("application") != world.Bot.Id) throw new ApiException(403, 20012, "You are not authorized to perform this action on this application");
        return guild is null ? world.GlobalCommands : world.GuildCommands.GetValueOrDefault(guild.Id, []);
    }

    private RestReply Commands(RestRequest request, SimGuild? guild) => RestReply.Ok(new JsonArray([.. Stored(request, guild).Select(command => command.DeepClone())]));

    private RestReply Overwrite(RestRequest request, SimGuild? guild)
    {
        var before = Stored(request, guild);
        List<JsonObject> after = [.. CommandRules.Check(request.Body).Select(command => Register(command, guild, before))];
        if (guild is null) world.GlobalCommands = after;
        else world.GuildCommands[guild.Id] = after;
        return Commands(request, guild);
    }

    // The same definition keeps its id and version; a changed one keeps its id.
    private JsonObject Register(JsonObject command, SimGuild? guild, List<JsonObject> before)
    {
        var stored = (JsonObject)command.DeepClone();
        var type = CommandRules.TypeOf(command);
        (stored["type"], stored["application_id"], stored["description"]) = (type, world.Bot.Id.ToString(), command["description"].AsString() ?? "");
        if (guild is not null) stored["guild_id"] = guild.Id.ToString();
        stored["default_member_permissions"] = command["default_member_permissions"]?.ToString();
        stored["nsfw"] = command["nsfw"].AsBool() ?? false;
        if (guild is null) stored["integration_types"] ??= new JsonArray(0);
        if (guild is null && stored["contexts"] is null) stored["contexts"] = new JsonArray(0, 1, 2);
        var known = before.Find(old => CommandRules.TypeOf(old) == type && old["name"].AsString() == stored["name"].AsString());
        stored["id"] = known?["id"]?.ToString() ?? world.NextId().ToString();
        stored["version"] = known?["version"]?.ToString();
        if (known is null || !JsonNode.DeepEquals(known, stored)) stored["version"] = world.NextId().ToString();
        return stored;
    }
}
