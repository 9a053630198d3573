using System.Text;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Resources;
using NSec.Cryptography;

namespace BriefingBot.Tests.Discord;

public sealed class InteractionEndpointTests : IDisposable
{
    private const string Timestamp = "1767614400";

    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly InteractionEndpoint _endpoint;

    public InteractionEndpointTests() => _endpoint = new InteractionEndpoint(Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey)));

    public void Dispose() => _key.Dispose();

    /// <summary>RFC 8032, section 7.1. The message is split where timestamp and body would meet.</summary>
    [Theory]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82", "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void The_published_vectors_verify_and_a_changed_one_does_not(string key, string message, string signature)
    {
        var verifier = new InteractionSignature(key);
        var body = Convert.FromHexString(message);

        Assert.True(verifier.Verify(signature, "", body));
        Assert.True(verifier.Verify(signature.ToUpperInvariant(), "", body));
        Assert.False(verifier.Verify(signature, "", [.. body, 0]));
        Assert.False(verifier.Verify(signature, "0", body));
        Assert.False(verifier.Verify((signature[0] == '0' ? "1" : "0") + signature[1..], "", body));
    }

    [Fact]
    public void Discords_ping_is_answered()
    {
        var body = """{"id":"1","application_id":"2","type":1,"token":"t","version":1}"""u8;

        var answered = Assert.IsType<EndpointResult.Answered>(_endpoint.Handle(Sign(body), Timestamp, body));

        Assert.Equal("""{"type":1}""", Encoding.UTF8.GetString(answered.Response.ToJson()));
    }

    [Fact]
    public void A_command_arrives_with_what_was_asked_by_whom_and_where()
    {
        var body = """
            {"id":"1","application_id":"2","type":2,"token":"secret","guild_id":"3","channel_id":"4","version":1,"context":0,"future":{"x":1},
             "member":{"user":{"id":"5","username":"ann"},"roles":["6"],"permissions":"8"},
             "data":{"id":"7","name":"ask","type":1,"options":[{"name":"question","type":3,"value":"What of Libyé?"},{"name":"private","type":5,"value":true}]}}
            """u8;

        var interaction = Assert.IsType<EndpointResult.Received>(_endpoint.Handle(Sign(body), Timestamp, body)).Interaction;

        Assert.Equal((InteractionType.ApplicationCommand, "ann", "ask"), (interaction.Type, interaction.Invoker?.Username, interaction.Data?.Name));
        Assert.Equal("What of Libyé?", interaction.Data!.Options[0].Value?.GetString());
        Assert.True(interaction.Data.Options[1].Value?.GetBoolean());
        Assert.DoesNotContain("secret", interaction.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_context_menu_command_brings_its_message()
    {
        var body = """
            {"id":"1","application_id":"2","type":2,"token":"t","version":1,"user":{"id":"5","username":"ann"},
             "data":{"id":"7","name":"Check","type":3,"target_id":"9","resolved":{"messages":{"9":{"id":"9","channel_id":"4","content":"A claim","timestamp":"2026-01-05T12:00:00+00:00"}}}}}
            """u8;

        var interaction = Assert.IsType<EndpointResult.Received>(_endpoint.Handle(Sign(body), Timestamp, body)).Interaction;

        Assert.Equal("A claim", interaction.Data!.Resolved!.Messages![interaction.Data.TargetId!.Value].Content);
    }

    [Fact]
    public void Whatever_is_not_signed_by_Discord_is_refused()
    {
        var body = """{"id":"1","type":1}"""u8.ToArray();
        var signature = Sign(body);

        Assert.Equal(401, Status(_endpoint.Handle(null, Timestamp, body)));
        Assert.Equal(401, Status(_endpoint.Handle(signature, null, body)));
        Assert.Equal(401, Status(_endpoint.Handle(signature, "1767614401", body)));
        Assert.Equal(401, Status(_endpoint.Handle(signature, Timestamp, [.. body, (byte)' '])));
        Assert.Equal(401, Status(_endpoint.Handle("", Timestamp, body)));
        Assert.Equal(401, Status(_endpoint.Handle(new string('z', 128), Timestamp, body)));
        Assert.Equal(401, Status(_endpoint.Handle(signature + "00", Timestamp, body)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"type\":2}")]
    [InlineData("{\"id\":\"one\",\"type\":2}")]
    public void What_is_signed_but_no_interaction_is_a_bad_request(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);

        Assert.Equal(400, Status(_endpoint.Handle(Sign(bytes), Timestamp, bytes)));
    }

    private static int Status(EndpointResult result) => Assert.IsType<EndpointResult.Rejected>(result).Status;

    private string Sign(ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, [.. Encoding.UTF8.GetBytes(Timestamp), .. body]));
}
