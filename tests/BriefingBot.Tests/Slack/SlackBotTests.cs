using BriefingBot.Slack;
using BriefingBot.Slack.Installation;
using BriefingBot.Tests.Slack.Receiving;

namespace BriefingBot.Tests.Slack;

public sealed class SlackBotTests : IDisposable
{
    private readonly SlackDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task The_log_says_who_the_bot_is_and_what_its_token_lacks()
    {
        _desk.Api.Scopes = string.Join(',', Scopes.Required.Except(["users:read", "commands"]));

        await _desk.HappenAsync();

        Assert.Equal(2, _desk.Log.Lines.Count);
        Assert.Contains("briefings in the workspace Town", _desk.Log.Lines[0], StringComparison.Ordinal);
        Assert.Contains("lacks the scopes commands, users:read.", _desk.Log.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_all_scopes_there_is_nothing_to_say()
    {
        _desk.Api.Scopes = string.Join(',', Scopes.Required);

        await _desk.HappenAsync();

        Assert.Single(_desk.Log.Lines);
    }

    [Fact]
    public async Task A_refused_token_ends_it_with_what_to_change()
    {
        _desk.Api.Refuse("auth.test", "invalid_auth");

        var refusal = await Assert.ThrowsAsync<SlackException>(() => _desk.HappenAsync());

        Assert.Contains("Slack:BotToken", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_revoked_while_it_runs_ends_it_too_and_the_question_is_kept()
    {
        var running = _desk.Bot.RunAsync(null, CancellationToken.None);
        _desk.Api.Refuse("users.info", "token_revoked");

        await _desk.Bot.ReceiveAsync(SlackDesk.Event("""{"type":"message","user":"U11","text":"hello","ts":"50.1","channel":"D20"}"""), CancellationToken.None);

        var kept = await _desk.TakeAsync();
        await Assert.ThrowsAsync<SlackException>(async () => await _desk.Bot.Platform.ObjectionAsync(kept!, CancellationToken.None));
        Assert.Contains("Slack:BotToken", (await Assert.ThrowsAsync<SlackException>(() => running)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_requests_alone_a_revoked_token_ends_it_as_well()
    {
        var running = _desk.Bot.RunAsync(null, CancellationToken.None);
        _desk.Api.Refuse("views.publish", "account_inactive");

        await _desk.Bot.ReceiveAsync(SlackDesk.Event("""{"type":"app_home_opened","user":"U11","tab":"home","channel":"D20"}"""), CancellationToken.None);

        Assert.Contains("Slack:BotToken", (await Assert.ThrowsAsync<SlackException>(() => running)).Message, StringComparison.Ordinal);
    }
}
