using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Llm.Wires;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BriefingBot.EndToEndTests.Simulators.Llm;

/// <summary>Language models in this process, over real HTTP on loopback: OpenAI's protocol, Azure's, Ollama's and Anthropic's.</summary>
internal sealed class LlmSimulator : IAsyncDisposable
{
    public const string Key = "sk-simulated-0123456789";
    public const string Model = "sim-1";

    private static readonly ILlmWire[] Wires = [new OpenAIWire(), new OllamaWire(), new AnthropicWire()];

    private readonly Func<LlmRequest, LlmReply> _script;
    private readonly WebApplication _app;
    private int _open;

    private LlmSimulator(Func<LlmRequest, LlmReply> script)
    {
        _script = script;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(ServeAsync);
    }

    /// <summary>Without a path.</summary>
    public string Url => _app.Urls.First();

    /// <summary>All requests for a reply in the order in which they came, refused ones too.</summary>
    public ConcurrentQueue<JournalEntry> Journal { get; } = new();

    public IReadOnlyList<LlmRequest> Requests => [.. Journal.Select(entry => entry.Request).OfType<LlmRequest>()];

    /// <summary>Replies under way now, and most at a time.</summary>
    public int Open => _open;

    public int MostOpen { get; private set; }

    /// <summary>Released each time a fault keeps a client waiting, and when a client that waits gives up.</summary>
    public SemaphoreSlim Waiting { get; } = new(0);

    public SemaphoreSlim GivenUp { get; } = new(0);

    public static Task<LlmSimulator> StartAsync(params LlmReply[] replies)
    {
        var queue = new ConcurrentQueue<LlmReply>(replies);
        return StartAsync(_ => queue.TryDequeue(out var reply) ? reply : LlmReply.Refusal(500, "script_is_over"));
    }

    public static async Task<LlmSimulator> StartAsync(Func<LlmRequest, LlmReply> script)
    {
        var simulator = new LlmSimulator(script);
        await simulator._app.StartAsync();
        return simulator;
    }

    /// <summary>What the program has to be told to use it.</summary>
    /// <param name="provider">As in <c>Llm:Provider</c>.</param>
    public IEnumerable<(string Key, string Value)> Settings(string provider) =>
    [
        ("Llm:Provider", provider), ("Llm:Endpoint", Url + (provider == "openai-compatible" ? "/v1" : "")), ("Llm:ApiKey", Key), ("Llm:Model", Model),
    ];

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Waiting.Dispose();
        GivenUp.Dispose();
    }

    private async Task ServeAsync(HttpContext context)
    {
        if (context.Request.Path == "/v1/models")
        {
            await context.Response.WriteAsync($$"""{"object": "list", "data": [{"id": "{{Model}}", "object": "model", "created": 1, "owned_by": "simulator"}]}""");
            return;
        }

        if (context.Request.Method != "POST" || Wires.FirstOrDefault(w => w.Takes(context.Request)) is not { } wire)
        {
            context.Response.StatusCode = 404;
            return;
        }

        try
        {
            Enter();
            await AnswerAsync(context, wire);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone, which it may.
            GivenUp.Release();
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task AnswerAsync(HttpContext context, ILlmWire wire)
    {
        LlmRequest? request = null;
        try
        {
            var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) ?? throw new LlmRefusal(400, "invalid_json", "null");
            if (!wire.HasKey(context.Request, Key)) throw new LlmRefusal(401, "invalid_api_key", $"Incorrect API key provided: {context.Request.Headers.Authorization}");
            request = wire.Read(context.Request, body);
            if (request.Model != Model) throw new LlmRefusal(404, "model_not_found", $"The model {request.Model} does not exist.");
            Journal.Enqueue(new JournalEntry(context.Request.Path, request, 200));
        }
        catch (Exception e) when (e is LlmRefusal or JsonException)
        {
            var refusal = e as LlmRefusal ?? new LlmRefusal(400, "invalid_json", e.Message);
            Journal.Enqueue(new JournalEntry(context.Request.Path, request, refusal.Status));
            await RefuseAsync(context, wire, refusal.Status, refusal.Code, refusal.Message);
            return;
        }

        var reply = _script(request);
        context.Response.Headers.RetryAfter = reply.RetryAfter;
        // As some providers do, it quotes what it refuses.
        if (reply.Status != 200) await RefuseAsync(context, wire, reply.Status, reply.Code, request.Text);
        else if (request.Streams) await StreamAsync(context, wire, request, reply);
        else await WriteAsync(context, wire.Whole(request, reply));
    }

    private async Task StreamAsync(HttpContext context, ILlmWire wire, LlmRequest request, LlmReply reply)
    {
        if (reply.Fault == Fault.SlowStart) await WaitForeverAsync(context);
        context.Response.ContentType = wire.ContentType;
        // A promise that is not kept: an aborted connection would also take back what the client has not read yet.
        if (reply.Fault == Fault.Cut) context.Response.ContentLength = int.MaxValue;
        var texts = 0;
        foreach (var frame in wire.Stream(request, reply))
        {
            if (frame.IsText) await reply.Before(texts).WaitAsync(context.RequestAborted);
            if (frame.IsText && texts++ == 2 && await BreakAsync(context, wire, reply.Fault)) return;
            await context.Response.WriteAsync(frame.Content, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    /// <returns>Whether that was all.</returns>
    private async Task<bool> BreakAsync(HttpContext context, ILlmWire wire, Fault fault)
    {
        switch (fault)
        {
            case Fault.Stall:
                await WaitForeverAsync(context);
                return true;
            case Fault.Cut or Fault.EndsEarly:
                return true;
            case Fault.Malformed:
                await context.Response.WriteAsync(wire.Garbled, context.RequestAborted);
                return false;
            default:
                return false;
        }
    }

    private Task WaitForeverAsync(HttpContext context)
    {
        Waiting.Release();
        return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, ILlmWire wire, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        return WriteAsync(context, wire.Error(status, code, message));
    }

    private static Task WriteAsync(HttpContext context, JsonNode json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json.ToJsonString(), context.RequestAborted);
    }

    private void Enter()
    {
        var now = Interlocked.Increment(ref _open);
        MostOpen = Math.Max(MostOpen, now);
    }
}

/// <param name="Request">Null when it was refused before it was read.</param>
internal sealed record JournalEntry(string Path, LlmRequest? Request, int Status);
