using BriefingBot.SemanticKernel;

namespace BriefingBot.Tests.SemanticKernel;

public sealed class LlmOptionsTests
{
    private static readonly LlmOptions Good = new() { Provider = LlmOptions.OpenAI, Model = "m", ApiKey = "sk-secret-value" };

    [Fact]
    public void Without_a_provider_nothing_else_is_asked_for() => Assert.Empty(new LlmOptions().Problems());

    [Theory]
    [InlineData(LlmOptions.OpenAI, "ApiKey")]
    [InlineData(LlmOptions.AzureOpenAI, "ApiKey", "Endpoint")]
    [InlineData(LlmOptions.OpenAICompatible, "Endpoint")]
    [InlineData(LlmOptions.Ollama)]
    [InlineData(LlmOptions.Anthropic, "ApiKey")]
    public void Each_provider_asks_for_what_it_needs(string provider, params string[] missing)
    {
        var problems = new LlmOptions { Provider = provider, Model = "m" }.Problems().ToList();

        Assert.Equal(missing.Select(m => $"Llm:{m}"), problems.Select(p => p.Split(' ')[0]));
    }

    [Theory]
    [InlineData("file:///etc")]
    [InlineData("https://name:hidden@example.org")]
    [InlineData("nowhere")]
    public void An_endpoint_is_an_address_without_a_password_and_is_not_quoted(string endpoint)
    {
        var problem = Assert.Single((Good with { Endpoint = endpoint }).Problems());

        Assert.StartsWith("Llm:Endpoint", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_is_never_quoted()
    {
        var wrong = Good with { ApiKey = "sk-secret-value\r\nX-Evil: 1", Model = "" };

        Assert.Equal(2, wrong.Problems().Count());
        Assert.DoesNotContain("secret", string.Concat(wrong.Problems()) + wrong, StringComparison.Ordinal);
    }
}
