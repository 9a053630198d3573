using BriefingBot.Answering;
using BriefingBot.Chat;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;

namespace BriefingBot.Tests.Chat.Requests;

public sealed class ButtonTests : IDisposable
{
    private static readonly AskRequest Crack = new("How large was the crack in the Tarvik bridge?");

    private readonly ChatDesk _desk = new();

    [Fact]
    public async Task Quotes_of_an_answer_are_shown_after_a_restart_as_they_stand_in_the_articles()
    {
        var answer = await _desk.SayAsync(Crack);
        _desk.Restart();

        var quotes = (await _desk.PressAsync(answer, ButtonAction.ShowQuotes)).Part<QuotesPart>();

        Assert.Equal(answer.Part<SourcesPart>().Cards.Select(c => (c.Number, c.Quote)), quotes.Quotes.Select(q => (q.Source.Number, q.Text)));
        Assert.StartsWith("Checked word for word", quotes.Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_period_is_narrowed_and_widened_step_by_step()
    {
        var answer = await _desk.SayAsync(new AskRequest("How far did the herring catch in Tarvik fall?"));
        Assert.DoesNotContain(answer.Buttons, b => b.Action == ButtonAction.Widen);

        var year = await _desk.PressAsync(answer, ButtonAction.Narrow);
        var month = await _desk.PressAsync(year, ButtonAction.Narrow);
        Assert.Contains("34 percent", month.Text(), StringComparison.Ordinal);
        Assert.Contains("19 Feb 2024 to 20 Mar 2024", month.Part<ScopePart>().Text, StringComparison.Ordinal);
        var week = await _desk.PressAsync(month, ButtonAction.Narrow);
        Assert.Equal("Herring catch falls by a third", week.Part<AbstentionPart>().Wider[0].Title);
        Assert.Contains("34 percent", (await _desk.PressAsync(week, ButtonAction.Widen)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_in_words_is_widened_too()
    {
        var answer = await _desk.SayAsync(new AskRequest("How far did the herring catch in Tarvik fall yesterday?"));
        Assert.NotEmpty(answer.Parts.OfType<AbstentionPart>());

        var week = await _desk.PressAsync(answer, ButtonAction.Widen);
        Assert.Contains("34 percent", (await _desk.PressAsync(week, ButtonAction.Widen)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_answer_is_shared_once_and_only_by_whom_it_is_for()
    {
        var answer = await _desk.SayAsync(Crack with { Private = true });
        Assert.True(answer.Private);

        Assert.Contains("does not work here", (await _desk.PressAsync(answer, ButtonAction.Share, "bob")).Part<NoticePart>().Text, StringComparison.Ordinal);
        Assert.Contains("does not work here", (await _desk.PressAsync(answer, ButtonAction.Share, place: new ChatPlace("fake", "town", "other"))).Part<NoticePart>().Text, StringComparison.Ordinal);
        var shared = await _desk.PressAsync(answer, ButtonAction.Share);
        Assert.False(shared.Private);
        Assert.Equal(answer.Text(), shared.Text());
        Assert.Contains("shared already", (await _desk.PressAsync(answer, ButtonAction.Share)).Part<NoticePart>().Text, StringComparison.Ordinal);
        Assert.Contains("noted", (await _desk.PressAsync(shared, ButtonAction.Helpful)).Part<NoticePart>().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_that_nobody_made_does_nothing()
    {
        var reply = await _desk.SayAsync(new ButtonPress("made-up"));

        Assert.True(reply.Private);
        Assert.Contains("does not work here", reply.Part<NoticePart>().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gaps_hold_what_was_not_answered_or_not_well_by_what_was_asked()
    {
        var good = await _desk.SayAsync(Crack);
        await _desk.PressAsync(good, ButtonAction.Helpful);
        await _desk.SayAsync(new AskRequest("Who won the chess tournament?"), "bob");
        _desk.Time.Advance(TimeSpan.FromHours(1));
        var bad = await _desk.SayAsync(new AskRequest("How far did the herring catch fall?"), "carol");
        await _desk.PressAsync(bad, ButtonAction.NotHelpful);
        await _desk.PressAsync(bad, ButtonAction.WrongCitation);
        await _desk.PressAsync(bad, ButtonAction.NotHelpful, "bob");
        _desk.Time.Advance(TimeSpan.FromHours(1));
        await _desk.SayAsync(new AskRequest("The chess tournament, who won?"), "dan");
        await _desk.SayAsync(new AskRequest("hello"), "erik");

        var gaps = await _desk.Answers.GapsAsync(default);

        Assert.Equal(2, gaps.Count);
        Assert.Equal(("The chess tournament, who won?", 2, 2, _desk.Time.GetUtcNow()), (gaps[0].Question, gaps[0].Asked, gaps[0].Unanswered, gaps[0].Newest));
        Assert.Equal((AnswerStatus.Answered, 1, 0, 0, 1, 1), (gaps[1].Status, gaps[1].Asked, gaps[1].Unanswered, gaps[1].Helpful, gaps[1].NotHelpful, gaps[1].WrongCitation));
    }

    public void Dispose() => _desk.Dispose();
}
