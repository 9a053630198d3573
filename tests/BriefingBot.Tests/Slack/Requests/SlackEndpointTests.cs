using System.Net;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Slack.Requests;
using BriefingBot.Slack.SocketMode;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Slack.Requests;

public sealed class SlackEndpointTests
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Json = "application/json; charset=utf-8";

    /// <summary>Secret, time, body and signature as on https://docs.slack.dev/authentication/verifying-requests-from-slack.</summary>
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const long Then = 1531420618;
    private const string PublishedSignature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private const string PublishedBody =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner" +
        "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN" +
        "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private static readonly string[] Awkward = ["a b", "ü", "+", "%", "&=", "\"", "😀", "\r\n", "%2B"];

    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(Then));
    private readonly SlackEndpoint _endpoint;

    public SlackEndpointTests() => _endpoint = new SlackEndpoint(Secret, _time);

    [Fact]
    public void Slacks_published_example_is_a_command_whose_fields_are_properties()
    {
        var received = Assert.IsType<EndpointResult.Received>(Handle(PublishedBody, Form, PublishedSignature, Then));

        Assert.Equal((Envelope.SlashCommand, "", 0), (received.Envelope.Type, received.Envelope.Id, received.Envelope.RetryAttempt));
        Assert.Equal("/webhook-collect", received.Envelope.Payload.GetProperty("command").GetString());
        Assert.Equal("", received.Envelope.Payload.GetProperty("text").GetString());
        Assert.Equal("https://hooks.slack.com/commands/T1DC2JH3J/397700885554/96rGlfmibIGlgcZRskXaIFfN", received.Envelope.Payload.GetProperty("response_url").GetString());
    }

    [Fact]
    public void A_request_is_taken_for_five_minutes()
    {
        _time.SetUtcNow(DateTimeOffset.FromUnixTimeSeconds(Then + 300));
        Assert.IsType<EndpointResult.Received>(Handle(PublishedBody, Form, PublishedSignature, Then));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(401, Status(Handle(PublishedBody, Form, PublishedSignature, Then)));
    }

    [Fact]
    public void A_request_from_the_future_is_refused() => Assert.Equal(401, Status(Sign(PublishedBody, Form, Then + 301)));

    [Fact]
    public void Whatever_is_not_signed_by_Slack_is_refused()
    {
        Assert.Equal(401, Status(_endpoint.Handle(_ => null, Encoding.UTF8.GetBytes(PublishedBody))));
        Assert.Equal(401, Status(Handle(PublishedBody, Form, "", Then)));
        Assert.Equal(401, Status(Handle(PublishedBody, Form, PublishedSignature.ToUpperInvariant(), Then)));
        Assert.Equal(401, Status(Handle(PublishedBody, Form, PublishedSignature + "0", Then)));
        Assert.Equal(401, Status(Handle(PublishedBody, Form, PublishedSignature, Then + 1)));
        Assert.Equal(401, Status(Handle(PublishedBody + "&x=1", Form, PublishedSignature, Then)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1531420618")]
    [InlineData("1531420618.0")]
    [InlineData("99999999999999999999")]
    public void A_time_that_is_none_is_refused(string timestamp)
    {
        Assert.Equal(401, Status(_endpoint.Handle(name => name == "X-Slack-Request-Timestamp" ? timestamp : "v0=00", "x"u8)));
    }

    [Fact]
    public void An_empty_secret_signs_nothing() => Assert.Throws<ArgumentException>(() => new SlackEndpoint("", _time));

    [Fact]
    public void The_address_is_verified_by_saying_the_challenge()
    {
        var answered = Assert.IsType<EndpointResult.Answered>(Sign("""{"token":"t","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P","type":"url_verification"}""", Json));

        Assert.Equal(("text/plain", "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"), (answered.ContentType, answered.Body));
    }

    [Fact]
    public void An_unsigned_challenge_is_not_answered() =>
        Assert.Equal(401, Status(Handle("""{"challenge":"x","type":"url_verification"}""", Json, PublishedSignature, Then)));

    [Fact]
    public void An_event_arrives_as_over_a_socket_and_says_how_often_it_came_before()
    {
        var received = Assert.IsType<EndpointResult.Received>(Sign(
            """{"type":"event_callback","event_id":"Ev1","event":{"type":"app_mention","text":"<@U1> Libyé?"}}""", Json, Then, ("X-Slack-Retry-Num", "2"), ("X-Slack-Retry-Reason", "http_timeout")));

        Assert.Equal((Envelope.Events, 2, "http_timeout"), (received.Envelope.Type, received.Envelope.RetryAttempt, received.Envelope.RetryReason));
        Assert.Equal("<@U1> Libyé?", received.Envelope.Payload.GetProperty("event").GetProperty("text").GetString());
    }

    [Fact]
    public void A_click_arrives_as_the_json_in_its_field()
    {
        var received = Assert.IsType<EndpointResult.Received>(Sign("payload=%7B%22type%22%3A%22block_actions%22%2C%22text%22%3A%22a+b%2Bc%22%7D", Form));

        Assert.Equal((Envelope.Interactive, "a b+c"), (received.Envelope.Type, received.Envelope.Payload.GetProperty("text").GetString()));
    }

    [Fact]
    public void Of_a_field_that_comes_twice_the_first_counts()
    {
        var received = Assert.IsType<EndpointResult.Received>(Sign("command=%2Fask&text=one&text=two", Form));

        Assert.Equal("one", received.Envelope.Payload.GetProperty("text").GetString());
    }

    [Fact]
    public void Slacks_look_whether_the_address_is_there_is_answered() => Assert.IsType<EndpointResult.Answered>(Sign("token=t&ssl_check=1", Form));

    [Theory]
    [InlineData(Json, "")]
    [InlineData(Json, "null")]
    [InlineData(Json, "[]")]
    [InlineData(Json, "{\"event\":{}}")]
    [InlineData(Json, "{\"type\":7}")]
    [InlineData(Json, "{\"type\":\"url_verification\"}")]
    [InlineData(Form, "")]
    [InlineData(Form, "text=hello")]
    [InlineData(Form, "payload=")]
    [InlineData(Form, "payload=%5B%5D")]
    [InlineData("text/plain", "{\"type\":\"event_callback\"}")]
    [InlineData(null, "{\"type\":\"event_callback\"}")]
    public void What_is_signed_but_none_of_these_is_a_bad_request(string? contentType, string body) => Assert.Equal(400, Status(Sign(body, contentType)));

    [Fact]
    public void Whatever_is_signed_gets_an_answer() => Gen.Select(Gen.Bool.Select(form => form ? Form : Json), Gen.String).Sample((contentType, body) =>
        Assert.NotNull(Sign(body, contentType)));

    [Fact]
    public void Fields_of_a_form_arrive_as_they_were_sent() => Gen.Select(Gen.String.AlphaNumeric, Words).Sample((name, value) =>
    {
        var received = Assert.IsType<EndpointResult.Received>(Sign($"command=%2Fask&x{name}={WebUtility.UrlEncode(value)}", Form));

        Assert.Equal(value, received.Envelope.Payload.GetProperty($"x{name}").GetString());
    });

    private static Gen<string> Words => Gen.Int[0, Awkward.Length - 1].Select(i => Awkward[i]).Array[0, 6].Select(string.Concat);

    private static int Status(EndpointResult result) => Assert.IsType<EndpointResult.Rejected>(result).Status;

    private EndpointResult Sign(string body, string? contentType, long timestamp = Then, params (string Name, string Value)[] more)
    {
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}"));
        return Handle(body, contentType, $"v0={Convert.ToHexStringLower(hash)}", timestamp, more);
    }

    private EndpointResult Handle(string body, string? contentType, string signature, long timestamp, params (string Name, string Value)[] more)
    {
        var headers = more.ToDictionary(h => h.Name, h => h.Value, StringComparer.OrdinalIgnoreCase);
        headers["X-Slack-Signature"] = signature;
        headers["X-Slack-Request-Timestamp"] = timestamp.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (contentType is not null) headers["Content-Type"] = contentType;
        return _endpoint.Handle(headers.GetValueOrDefault, Encoding.UTF8.GetBytes(body));
    }
}
