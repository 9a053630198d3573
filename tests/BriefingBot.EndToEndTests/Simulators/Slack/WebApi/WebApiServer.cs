using System.Globalization;
using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.People;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.EndToEndTests.Simulators.Slack.WebApi;

/// <summary>One call from its bytes to its answer: authorise, count against limits, carry out, with faults between.</summary>
internal sealed class WebApiServer(SimulatorSettings settings, World world, Faults faults, Journal journal, RateLimits limits, IReadOnlyList<ApiMethod> methods)
{
    public async Task HandleAsync(HttpContext context)
    {
        var name = context.Request.Path.Value!["/api/".Length..];
        var fault = faults.TakeCall(name);
        ApiRequest? request = null;
        JsonObject answer;
        try
        {
            request = await ApiRequest.ReadAsync(context.Request);
            answer = fault is { Processed: false } ? Refusal(context, fault) : Answer(context, name, request);
        }
        catch (ApiException refusal)
        {
            answer = refusal.Body;
        }

        journal.Add(Traffic.Rest, name, request?.Arguments, fault is { Cut: true } ? 0 : context.Response.StatusCode, answer);
        if (fault is { Delay.Ticks: > 0 }) await Task.Delay(fault.Delay, settings.Time, context.RequestAborted);
        if (fault is { Cut: true })
        {
            context.Abort();
            return;
        }

        if (faults.UnknownFields) answer["simulated_field"] = 1;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    private JsonObject Answer(HttpContext context, string name, ApiRequest request)
    {
        var method = methods.FirstOrDefault(method => method.Name == name) ?? throw new ApiException("unknown_method");
        context.Response.Headers["X-OAuth-Scopes"] = method.TakesAppToken ? "connections:write" : string.Join(',', settings.Scopes);
        if (method.Scopes.Length > 0) context.Response.Headers["X-Accepted-OAuth-Scopes"] = string.Join(',', method.Scopes);
        Authorise(method, request.Token);
        if (limits.Take(method, request.Text("channel")) is { } wait) return TooManyRequests(context, wait);
        lock (world.Sync)
        {
            var answer = method.Handle(method.FormOnly && request.IsJson ? request.WithoutArguments : request);
            return new JsonObject(answer.Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())).Prepend(new("ok", true)));
        }
    }

    private void Authorise(ApiMethod method, string? token)
    {
        if (string.IsNullOrEmpty(token)) throw new ApiException("not_authed");
        if (token != settings.BotToken && token != settings.AppToken) throw new ApiException("invalid_auth");
        if (token == settings.BotToken && faults.BotTokenRevoked) throw new ApiException("token_revoked");
        if (token != (method.TakesAppToken ? settings.AppToken : settings.BotToken)) throw new ApiException("not_allowed_token_type");
        if (method.TakesAppToken || method.Scopes.Length == 0 || method.Scopes.Any(settings.Scopes.Contains)) return;
        throw MissingScope(settings, string.Join(',', method.Scopes));
    }

    public static ApiException MissingScope(SimulatorSettings settings, string needed) => new("missing_scope") { Needed = needed, Provided = string.Join(',', settings.Scopes) };

    private static JsonObject Refusal(HttpContext context, CallFault fault)
    {
        context.Response.StatusCode = fault.Status;
        return new JsonObject { ["ok"] = false, ["error"] = fault.Code ?? "internal_error" };
    }

    private static JsonObject TooManyRequests(HttpContext context, TimeSpan wait)
    {
        context.Response.StatusCode = 429;
        context.Response.Headers.RetryAfter = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return new JsonObject { ["ok"] = false, ["error"] = "ratelimited" };
    }
}
