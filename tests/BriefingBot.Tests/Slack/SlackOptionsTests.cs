using BriefingBot.Slack;

namespace BriefingBot.Tests.Slack;

public sealed class SlackOptionsTests
{
    [Fact]
    public void Nothing_set_is_right_and_leaves_Slack_off() => Assert.Empty(new SlackOptions().Problems());

    [Fact]
    public void Everything_set_rightly_is_right() => Assert.Empty(new SlackOptions
    {
        BotToken = "xoxb-1-2-abc",
        AppToken = "xapp-1-A2-3-def",
        SigningSecret = "8f742231b10e8888abcd99e5f1c285a5",
        Connections = 10,
        Administrators = ["U024BE7LH", "W012A3CDE"],
        AnswerGuests = true,
        AnswerConnect = true,
        BaseUrl = "http://127.0.0.1:8080/api",
    }.Problems());

    [Fact]
    public void A_token_that_is_rotated_is_right() => Assert.Empty(new SlackOptions { BotToken = "xoxe.xoxb-1-abc", AppToken = "xapp-1" }.Problems());

    [Fact]
    public void Each_problem_names_its_key_and_none_gives_a_secret_away()
    {
        var wrong = new SlackOptions
        {
            BotToken = "xapp-secret",
            AppToken = "xoxb-secret",
            SigningSecret = "my secret",
            Administrators = ["U024BE7LH", "ann"],
            Connections = 11,
            BaseUrl = "slack",
        };

        var problems = wrong.Problems().ToList();

        Assert.Equal(
            ["Slack:BotToken", "Slack:AppToken", "Slack:SigningSecret", "Slack:Administrators:1", "Slack:Connections", "Slack:BaseUrl"],
            problems.Select(p => p.Split(' ')[0]));
        Assert.DoesNotContain(problems, p => p.Contains("secret;", StringComparison.Ordinal) && p.Contains("my", StringComparison.Ordinal));
        Assert.DoesNotContain(problems, p => p.Contains("-secret", StringComparison.Ordinal));
        Assert.DoesNotContain("secret", wrong.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bot_that_could_not_hear_or_not_answer_is_a_problem()
    {
        Assert.StartsWith("Slack:AppToken", Assert.Single(new SlackOptions { BotToken = "xoxb-1" }.Problems()), StringComparison.Ordinal);
        Assert.StartsWith("Slack:BotToken", Assert.Single(new SlackOptions { AppToken = "xapp-1" }.Problems()), StringComparison.Ordinal);
        Assert.StartsWith("Slack:BotToken", Assert.Single(new SlackOptions { SigningSecret = "abc" }.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void People_from_outside_get_no_answers_unless_someone_allows_it()
    {
        var usual = new SlackOptions();

        Assert.False(usual.AnswerGuests || usual.AnswerConnect || usual.UnfurlLinks);
    }
}
