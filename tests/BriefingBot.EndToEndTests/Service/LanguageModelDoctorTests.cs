using System.Text;
using BriefingBot.EndToEndTests.CommandLine;
using BriefingBot.EndToEndTests.Simulators.Llm;
using BriefingBot.SemanticKernel;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>What <c>doctor</c> finds out about the language model, and what the program costs without one.</summary>
public sealed class LanguageModelDoctorTests : IDisposable
{
    private readonly Newsroom _room = new();

    public static TheoryData<string> Providers => [LlmOptions.OpenAICompatible, LlmOptions.AzureOpenAI, LlmOptions.Ollama, LlmOptions.Anthropic];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_provider_that_works_is_named_with_its_latency(string provider)
    {
        await using var sim = await LlmSimulator.StartAsync(_ => LlmReply.Of("OK"));

        var run = await DoctorAsync(sim, provider, LlmSimulator.Key, LlmSimulator.Model);

        Assert.Equal(0, run.ExitCode);
        Assert.Matches($@"ok: Language model: {LlmSimulator.Model} by {provider} answers in \d+ ms", run.Output);
    }

    [Theory]
    [InlineData("sk-wrong-key", LlmSimulator.Model, "does not accept Llm:ApiKey")]
    [InlineData(LlmSimulator.Key, "no-such-model", "check Llm:Model")]
    public async Task What_is_wrong_is_said_with_its_key(string key, string model, string expected)
    {
        await using var sim = await LlmSimulator.StartAsync(_ => LlmReply.Of("OK"));

        var run = await DoctorAsync(sim, LlmOptions.OpenAICompatible, key, model);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(expected, run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain(key, run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_provider_nothing_of_Semantic_Kernel_is_loaded()
    {
        var trace = _room.PathOf("loads.nettrace");

        // The runtime's own record of the assemblies that it loads: https://learn.microsoft.com/dotnet/core/diagnostics/eventpipe.
        var run = await ProgramRun.OfAsync(
            _room.FullPath,
            ["ask", "What did the repairs to the storm wall cost?"],
            environment: [("DOTNET_EnableEventPipe", "1"), ("DOTNET_EventPipeOutputPath", trace), ("DOTNET_EventPipeConfig", "Microsoft-Windows-DotNETRuntime:0x8:4")]);

        Assert.Contains("14 million crowns", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        var bytes = await File.ReadAllBytesAsync(trace, TestContext.Current.CancellationToken);
        // Names are UTF-16 and may begin at any byte.
        var loaded = Encoding.Unicode.GetString(bytes) + Encoding.Unicode.GetString(bytes.AsSpan(1));
        Assert.Contains("BriefingBot.Core", loaded, StringComparison.Ordinal);
        Assert.All(
            ["Microsoft.SemanticKernel", "Microsoft.Extensions.AI", "System.ClientModel", "OllamaSharp", "Polly"],
            name => Assert.DoesNotContain(name, loaded, StringComparison.Ordinal));
    }

    public void Dispose() => _room.Dispose();

    private Task<ProgramRun> DoctorAsync(LlmSimulator sim, string provider, string key, string model) => ProgramRun.OfAsync(
        _room.FullPath,
        ["doctor"],
        environment:
        [
            ("BRIEFINGBOT_Llm__Provider", provider),
            ("BRIEFINGBOT_Llm__Endpoint", sim.Url + (provider == LlmOptions.OpenAICompatible ? "/v1" : "")),
            ("BRIEFINGBOT_Llm__ApiKey", key),
            ("BRIEFINGBOT_Llm__Model", model),
        ]);
}
