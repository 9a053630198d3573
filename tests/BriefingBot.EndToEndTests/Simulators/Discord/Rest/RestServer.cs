using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord.People;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Rest;

/// <summary>One call from its bytes to its answer: match, authorise, count against limits, carry out, with faults between.</summary>
internal sealed class RestServer(SimulatorSettings settings, World world, Faults faults, Journal journal, RateLimits limits, IReadOnlyList<Route> routes)
{
    public async Task HandleAsync(HttpContext context)
    {
        var path = PathUnderVersion(context.Request.Path);
        var call = $"{context.Request.Method} {path}";
        var fault = faults.TakeCall(call);
        var (body, files, readable) = await ReadBodyAsync(context.Request);
        var (reply, scope) = fault is { Processed: false } ? (new RestReply(fault.Status), null) : Answer(context, path, call, body, files, readable);
        if (fault is { Processed: true, Status: not 0 }) reply = new RestReply(fault.Status);
        limits.CountInvalid(reply.Status, scope);
        journal.Add(Traffic.Rest, call, body, reply.Status, reply.Body);
        if (fault is { Delay.Ticks: > 0 }) await Task.Delay(fault.Delay, settings.Time, context.RequestAborted);
        await WriteAsync(context, reply);
    }

    private (RestReply Reply, string? Scope) Answer(HttpContext context, string path, string call, JsonNode? body, int files, bool readable)
    {
        try
        {
            var (route, values) = Match(context.Request.Method, path);
            Authorise(context.Request, route);
            if (limits.Take(call, route, values, context.Response.Headers) is { } refused) return refused;
            if (!readable) throw ApiException.InvalidJson;
            lock (world.Sync) return (route.Handle(new RestRequest(route, values, context.Request.Query, body, files)), null);
        }
        catch (ApiException refusal)
        {
            return (new RestReply(refusal.Status, refusal.Body), null);
        }
    }

    // Without a version in the path Discord takes its default one.
    private static string PathUnderVersion(string path)
    {
        var rest = path["/api".Length..];
        return rest.StartsWith("/v10/", StringComparison.Ordinal) ? rest["/v10".Length..] : rest;
    }

    private (Route Route, Dictionary<string, string> Values) Match(string method, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments is [['v', .. var version], ..] && version.All(char.IsAsciiDigit)) throw new ApiException(400, 50041, "Invalid API version provided");
        var known = false;
        foreach (var route in routes)
        {
            if (route.Match(segments) is not { } values) continue;
            known = true;
            if (route.Method == method) return (route, values);
        }

        throw known ? new ApiException(405, 0, "405: Method Not Allowed") : ApiException.NotFound;
    }

    private void Authorise(HttpRequest request, Route route)
    {
        // https://docs.discord.com/developers/reference#user-agent
        if (!request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal)) throw new ApiException(403, 40333, "internal network error");
        if (route.Needs == Credential.BotToken && request.Headers.Authorization != "Bot " + settings.Token) throw ApiException.Unauthorized;
    }

    private static async Task<(JsonNode? Body, int Files, bool Readable)> ReadBodyAsync(HttpRequest request)
    {
        try
        {
            if (request.HasFormContentType)
            {
                var form = await request.ReadFormAsync();
                return (form["payload_json"] is [{ } payload] ? JsonNode.Parse(payload) : null, form.Files.Count, true);
            }

            using var buffer = new MemoryStream();
            await request.Body.CopyToAsync(buffer);
            return (buffer.Length == 0 ? null : JsonNode.Parse(buffer.ToArray()), 0, true);
        }
        catch (JsonException)
        {
            return (null, 0, false);
        }
    }

    private async Task WriteAsync(HttpContext context, RestReply reply)
    {
        context.Response.StatusCode = reply.Status;
        if (reply.Status == 204) return;
        if (faults.UnknownFields && reply.Body is JsonObject json && !json.ContainsKey("simulated_field")) json["simulated_field"] = 1;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(reply.Body?.ToJsonString() ?? """{"message": "upstream error", "code": 0}""");
    }
}
