using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.People;
using BriefingBot.EndToEndTests.Simulators.Slack.Rules;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.EndToEndTests.Simulators.Slack.WebApi;

/// <summary>Answers to an action, in its channel (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses).</summary>
internal sealed class ResponseUrls(SimulatorSettings settings, World world, Messages messages, Faults faults, Journal journal)
{
    private const string Name = "response_url";

    public string Create(SimChannel channel, SimUser user, SimMessage? source)
    {
        var url = $"{world.Origin}/actions/{world.Team.Id}/{world.NextNumber()}/{Guid.NewGuid():N}";
        world.ResponseUrls.Add(new Uri(url).AbsolutePath, new SimResponseUrl(channel, user, source, world.Now));
        return url;
    }

    public async Task HandleAsync(HttpContext context)
    {
        var fault = faults.TakeCall(Name);
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer);
        var (body, error, status) = Read(context, buffer.ToArray());
        if (fault is { Processed: false }) (error, status) = (fault.Code ?? "internal_error", fault.Status);
        else if (error is null) (error, status) = Carry(context.Request.Path.Value!, body!);
        journal.Add(Traffic.Rest, Name, body, fault is { Cut: true } ? 0 : status, error is null ? null : new JsonObject { ["ok"] = false, ["error"] = error });
        if (fault is { Delay.Ticks: > 0 }) await Task.Delay(fault.Delay, settings.Time, context.RequestAborted);
        if (fault is { Cut: true })
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        await context.Response.WriteAsync(error is null ? "ok" : new JsonObject { ["ok"] = false, ["error"] = error }.ToJsonString());
    }

    private (string? Error, int Status) Carry(string path, JsonObject body)
    {
        lock (world.Sync)
        {
            if (!world.ResponseUrls.TryGetValue(path, out var target)) return ("no_service", 404);
            if (world.Now >= target.ExpiresAt) return ("expired_url", 404);
            if (target.Uses >= SimResponseUrl.MaxUses) return ("used_url", 404);
            target.Uses++;
            try
            {
                Respond(target, body);
                return (null, 200);
            }
            catch (ApiException refusal)
            {
                return (refusal.Message, 400);
            }
        }
    }

    /// <summary>What a response asks for: a new message, or another one in place of the source, or the source away.</summary>
    public void Respond(SimResponseUrl target, JsonObject body)
    {
        if (target.Source is { } source && body["delete_original"].AsBool() == true)
        {
            messages.Delete(source);
            return;
        }

        MessageRules.Check(body);
        if (target.Source is { } original && body["replace_original"].AsBool() == true) messages.Update(original, body);
        else messages.Post(target.Channel, body, body["thread_ts"].AsString(), body["response_type"].AsString() == "in_channel" ? null : target.User);
    }

    private static (JsonObject? Body, string? Error, int Status) Read(HttpContext context, byte[] bytes)
    {
        if (context.Request.Method != "POST") return (null, "invalid_request", 405);
        try
        {
            return JsonNode.Parse(bytes) is JsonObject body ? (body, null, 200) : (null, "invalid_payload", 400);
        }
        catch (JsonException)
        {
            return (null, "invalid_payload", 400);
        }
    }
}
