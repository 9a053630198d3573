using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using OllamaSharp;

namespace BriefingBot.SemanticKernel.Providers;

/// <summary>
/// Builds the kernel of a configured provider. It logs nothing of its own, as that would be prompts and replies; and no
/// client in it tries again by itself, since <see cref="Limits.ResilientChat"/> does.
/// </summary>
internal static class ModelKernel
{
    public static Kernel Build(LlmOptions options)
    {
        var builder = Kernel.CreateBuilder();
        var http = ProviderHttp.Client();
        _ = options.Provider switch
        {
            LlmOptions.OpenAI when options.Endpoint.Length == 0 => builder.AddOpenAIChatClient(options.Model, options.ApiKey, httpClient: http),
            LlmOptions.OpenAI or LlmOptions.OpenAICompatible => builder.AddOpenAIChatClient(options.Model, new Uri(options.Endpoint), KeyOf(options), httpClient: http),
            LlmOptions.AzureOpenAI => builder.AddAzureOpenAIChatClient(options.Model, options.Endpoint, options.ApiKey, httpClient: http),
            LlmOptions.Ollama => Add(builder, Ollama(options, http)),
            LlmOptions.Anthropic => Add(builder, Anthropic(options, http)),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Provider, null),
        };
        // For the kernel's own prompts and agents.
        builder.Services.AddSingleton(provider => provider.GetRequiredService<IChatClient>().AsChatCompletionService(provider));
        return builder.Build();
    }

    private static IKernelBuilder Add(IKernelBuilder builder, IChatClient client)
    {
        builder.Services.AddSingleton(client);
        return builder;
    }

    private static OllamaApiClient Ollama(LlmOptions options, HttpClient http)
    {
        http.BaseAddress = new Uri(options.Endpoint.Length > 0 ? options.Endpoint : LlmOptions.DefaultOllamaEndpoint);
        // Ollama itself asks for no key; what guards it may.
        if (options.ApiKey.Length > 0) http.DefaultRequestHeaders.Authorization = new("Bearer", options.ApiKey);
        return new OllamaApiClient(http, options.Model);
    }

    private static IChatClient Anthropic(LlmOptions options, HttpClient http)
    {
        var client = new ClientOptions
        {
            // Named, it is the only one; the client reads none from the environment then.
            ApiKey = options.ApiKey,
            HttpClient = http,
            MaxRetries = 0,
            Timeout = TimeSpan.FromSeconds(2 * options.TimeoutSeconds),
        };
        if (options.Endpoint.Length > 0) client.BaseUrl = options.Endpoint;
        return new AnthropicClient(client).AsIChatClient(options.Model);
    }

    /// <summary>The client refuses to go without one; servers that need none pass over it.</summary>
    private static string KeyOf(LlmOptions options) => options.ApiKey.Length > 0 ? options.ApiKey : "none";
}
