using BriefingBot.Chat;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;

namespace BriefingBot.Tests.Chat.Working;

/// <summary>People whom a platform's settings give no answer.</summary>
public sealed class ObjectionTests : IDisposable
{
    private static readonly AskRequest Question = new("How large was the crack in the Tarvik bridge?");

    private readonly ChatDesk _desk = new(new ChatOptions { MaxAttempts = 1 });

    [Fact]
    public async Task Who_gets_no_answer_is_told_why_and_nobody_else_is()
    {
        _desk.Platform.Objects = message => message.User == "guest" ? "Members only." : null;

        var refused = await _desk.SayAsync(Question, user: "guest");
        var answered = await _desk.SayAsync(Question, user: "ann");

        Assert.True(refused.Private);
        Assert.Equal("Members only.", refused.Part<ErrorPart>().Text);
        Assert.Empty(refused.Buttons);
        Assert.NotEmpty(answered.Part<SentencesPart>().Sentences);
    }

    [Fact]
    public async Task While_it_cannot_be_known_who_asks_the_question_waits_and_no_attempt_is_counted()
    {
        var away = 3;
        _desk.Platform.Objects = _ => away-- > 0 ? throw new InvalidOperationException("away") : null;
        await _desk.Inbox.AcceptAsync(_desk.Message(Question), TestContext.Current.CancellationToken);

        for (var i = 0; i < 4; i++)
        {
            await _desk.RunAsync();
            _desk.Time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.NotEmpty(Assert.Single(_desk.Platform.Seen.Values).Reply.Part<SentencesPart>().Sentences);
        Assert.Equal(3, _desk.Troubles.Count);
    }

    public void Dispose() => _desk.Dispose();
}
