using System.Globalization;
using BriefingBot.Articles;
using BriefingBot.Retrieval.Periods;

namespace BriefingBot.Tests.Retrieval.Periods;

public class QuestionTimeTests
{
    private const string Thursday = "2020-10-08";

    [Theory]
    [InlineData("What did the minister say today?", "2020-10-08", "2020-10-08", 0)]
    [InlineData("What did he say yesterday?", "2020-10-07", "2020-10-07", 1)]
    [InlineData("Where did they meet last night?", "2020-10-07", "2020-10-07", 1)]
    [InlineData("Who resigned this week?", "2020-10-01", "2020-10-08", 0)]
    [InlineData("Who resigned earlier this week?", "2020-10-01", "2020-10-08", 0)]
    [InlineData("What happened last week in Tripoli?", "2020-09-28", "2020-10-04", 1)]
    [InlineData("What did last week's ruling change?", "2020-09-28", "2020-10-04", 1)]
    [InlineData("Which towns were hit in the past week?", "2020-10-01", "2020-10-08", 0)]
    [InlineData("Which towns were hit over the last week?", "2020-09-28", "2020-10-08", 0)]
    [InlineData("Which towns were hit over the past three days?", "2020-10-05", "2020-10-08", 0)]
    [InlineData("Which towns were hit in the last 24 hours?", "2020-10-07", "2020-10-08", 0)]
    [InlineData("Which towns were hit over the weekend?", "2020-10-03", "2020-10-04", 1)]
    [InlineData("Which towns were hit last weekend?", "2020-10-03", "2020-10-04", 1)]
    [InlineData("Who was freed two days ago?", "2020-10-06", "2020-10-06", 1)]
    [InlineData("Who was freed a week ago?", "2020-09-28", "2020-10-04", 1)]
    [InlineData("What changed this month?", "2020-09-08", "2020-10-08", 0)]
    [InlineData("What changed last month?", "2020-09-01", "2020-09-30", 7)]
    [InlineData("What changed this year?", "2020-01-01", "2020-10-08", 0)]
    [InlineData("What changed over the past year?", "2019-10-08", "2020-10-08", 0)]
    [InlineData("WHO RESIGNED LAST WEEK?", "2020-09-28", "2020-10-04", 1)]
    public void A_period_told_from_today_is_the_days_people_mean(string question, string from, string to, int grace)
    {
        var scope = Scope(question, Thursday);

        Assert.Equal(Days(from, to), scope.Period);
        Assert.Equal(grace, scope.Grace);
        Assert.True(scope.Relative);
    }

    [Theory]
    [InlineData("What did she announce on Thursday?", "2020-10-08", "2020-10-08", 0)]
    [InlineData("What did she announce on Wednesday?", "2020-10-07", "2020-10-07", 1)]
    [InlineData("What did she announce on Friday?", "2020-10-02", "2020-10-02", 1)]
    [InlineData("What did she announce Tuesday?", "2020-10-06", "2020-10-06", 1)]
    [InlineData("Who said Tuesday that troops would leave?", "2020-10-06", "2020-10-06", 1)]
    [InlineData("What did Monday's summit decide?", "2020-10-05", "2020-10-05", 1)]
    [InlineData("Who fled in the early hours of Wednesday morning?", "2020-10-07", "2020-10-07", 1)]
    [InlineData("What did she announce last Thursday?", "2020-10-01", "2020-10-01", 1)]
    [InlineData("What did she announce last Monday?", "2020-09-28", "2020-10-05", 1)]
    [InlineData("What has happened since Monday?", "2020-10-05", "2020-10-08", 0)]
    [InlineData("What happened from Monday to Wednesday?", "2020-10-05", "2020-10-07", 1)]
    [InlineData("Where did he speak on Monday and Tuesday?", "2020-10-05", "2020-10-06", 1)]
    public void A_weekday_is_the_latest_one_not_after_the_day_of_the_question(string question, string from, string to, int grace)
    {
        var scope = Scope(question, Thursday);

        Assert.Equal(Days(from, to), scope.Period);
        Assert.Equal(grace, scope.Grace);
        Assert.True(scope.Relative);
    }

    [Theory]
    [InlineData("Who resigned in September 2020?", "2020-09-01", "2020-09-30", 7)]
    [InlineData("Who visited Tunis on 30 September 2020?", "2020-09-30", "2020-09-30", 3)]
    [InlineData("Who visited Tunis on Sept. 30?", "2020-09-30", "2020-09-30", 3)]
    [InlineData("On 30 September Mark Esper visited whom?", "2020-09-30", "2020-09-30", 3)]
    [InlineData("Who visited Tunis on Tuesday, 6 October 2020?", "2020-10-06", "2020-10-06", 2)]
    [InlineData("Who visited Tunis on 2020-10-05?", "2020-10-05", "2020-10-05", 3)]
    [InlineData("Who visited Tunis on 25/09/2020?", "2020-09-25", "2020-09-25", 3)]
    [InlineData("Who resigned in 2019?", "2019-01-01", "2019-12-31", 31)]
    [InlineData("Who resigned in 2020?", "2020-01-01", "2020-10-08", 0)]
    [InlineData("Who resigned in June?", "2020-06-01", "2020-06-30", 7)]
    [InlineData("Who resigned in December?", "2019-12-01", "2019-12-31", 7)]
    [InlineData("Who resigned in early October?", "2020-10-01", "2020-10-08", 0)]
    [InlineData("Who resigned in Q2 2020?", "2020-04-01", "2020-06-30", 31)]
    [InlineData("What happened between 3 and 6 October?", "2020-10-03", "2020-10-06", 2)]
    [InlineData("What happened between 3 and 9 October?", "2020-10-03", "2020-10-08", 0)]
    [InlineData("What happened 3-9 October?", "2020-10-03", "2020-10-08", 0)]
    [InlineData("What happened from 1 to 7 October 2020?", "2020-10-01", "2020-10-07", 1)]
    [InlineData("What happened from 28 September through 2 October?", "2020-09-28", "2020-10-02", 6)]
    [InlineData("What happened between 2018 and 2019?", "2018-01-01", "2019-12-31", 31)]
    [InlineData("What happened between September and October?", "2020-09-01", "2020-10-08", 0)]
    [InlineData("What happened in the week ending 4 October?", "2020-09-28", "2020-10-04", 4)]
    [InlineData("What has happened since 5 October?", "2020-10-05", "2020-10-08", 0)]
    [InlineData("What has happened since September?", "2020-09-01", "2020-10-08", 0)]
    [InlineData("Who was arrested before 1 October 2020?", null, "2020-09-30", 0)]
    [InlineData("Who was in charge until 5 October?", null, "2020-10-05", 0)]
    [InlineData("What was agreed through October 5?", null, "2020-10-05", 0)]
    public void A_calendar_period_is_its_days_with_a_grace_for_later_reports(string question, string? from, string to, int grace)
    {
        var scope = Scope(question, Thursday);

        Assert.Equal(Days(from, to), scope.Period);
        Assert.Equal(grace, scope.Grace);
        Assert.False(scope.Relative);
    }

    [Theory]
    [InlineData("2020-10-12", "Who resigned this week?", "2020-10-05", "2020-10-12")]
    [InlineData("2020-10-12", "Who resigned last week?", "2020-10-05", "2020-10-11")]
    [InlineData("2020-10-11", "Who resigned last week?", "2020-09-28", "2020-10-10")]
    [InlineData("2020-10-11", "Who resigned this weekend?", "2020-10-10", "2020-10-11")]
    [InlineData("2020-10-11", "Who resigned on Sunday?", "2020-10-11", "2020-10-11")]
    [InlineData("2021-01-01", "Who resigned yesterday?", "2020-12-31", "2020-12-31")]
    [InlineData("2021-01-01", "Who resigned this week?", "2020-12-25", "2021-01-01")]
    [InlineData("2021-01-01", "Who resigned this month?", "2020-12-02", "2021-01-01")]
    [InlineData("2021-01-01", "Who resigned this year?", "2021-01-01", "2021-01-01")]
    [InlineData("2021-01-01", "Who resigned last year?", "2020-01-01", "2020-12-31")]
    [InlineData("2021-01-02", "Who resigned between 30 December and 2 January?", "2020-12-30", "2021-01-02")]
    [InlineData("2020-02-29", "Who resigned in February?", "2020-02-01", "2020-02-29")]
    [InlineData("2020-02-29", "Who resigned over the past year?", "2019-02-28", "2020-02-29")]
    [InlineData("2020-03-01", "Who resigned yesterday?", "2020-02-29", "2020-02-29")]
    [InlineData("2021-03-01", "Who resigned on 29 February?", "2020-02-29", "2020-02-29")]
    [InlineData("2020-06-15", "Who resigned last June?", "2019-06-01", "2019-06-30")]
    [InlineData("2020-10-08", "Who resigned last June?", "2020-06-01", "2020-06-30")]
    public void Borders_of_weeks_months_and_years_hold(string asOf, string question, string from, string to) =>
        Assert.Equal(Days(from, to), Scope(question, asOf).Period);

    [Theory]
    [InlineData("Which team won the 2022 World Cup?")]
    [InlineData("Who won the 2019 Stanley Cup Finals?")]
    [InlineData("Who hosts the Hall of Fame 2019 induction ceremony?")]
    [InlineData("Which states recounted after the 2020 election?")]
    [InlineData("Who won in 2020 elections?")]
    [InlineData("Who backed the June 2020 plan?")]
    [InlineData("What did the January 6 committee find?")]
    [InlineData("What changed since the September 11 attacks?")]
    [InlineData("Who planned the 9/11 attacks?")]
    [InlineData("Which soldiers fell in World War II?")]
    [InlineData("Who has ruled since 1996?")]
    [InlineData("Who has ruled since 2019?")]
    [InlineData("Who ruled before 2015?")]
    [InlineData("What happened in the 1990s?")]
    [InlineData("What is Vision 2030?")]
    [InlineData("Who won in the 2020-21 season?")]
    public void A_date_that_names_something_is_no_scope(string question) => Assert.Null(ScopeOrNull(question));

    [Theory]
    [InlineData("Who stepped down after 20 years in power?")]
    [InlineData("Which country saw chaos for nine years?")]
    [InlineData("What is new two-and-a-half years since the outbreak?")]
    [InlineData("Who was the 31-year-old suspect?")]
    [InlineData("Are vaccines safe for children as young as 6 months?")]
    [InlineData("How many months was his detention extended?")]
    [InlineData("Which was the hottest summer in the past 20 years?")]
    [InlineData("Which actor died five years ago?")]
    [InlineData("When does the curfew start, 6.30pm?")]
    [InlineData("Which shops are open 24/7?")]
    [InlineData("How did sales compare with last year?")]
    [InlineData("Are prices higher than in 2019?")]
    public void Lengths_ages_times_of_day_and_comparisons_are_no_scope(string question) => Assert.Null(ScopeOrNull(question));

    [Theory]
    [InlineData("Why were Fourth of July fireworks cancelled?")]
    [InlineData("Who marched on Labor Day?")]
    [InlineData("What did shoppers buy on Black Friday?")]
    [InlineData("Who won Super Tuesday?")]
    [InlineData("Which columnist left The Sunday Times?")]
    [InlineData("What did the Mail on Sunday find?")]
    [InlineData("Who hosts Saturday Night Live?")]
    [InlineData("Who hosts Last Week Tonight?")]
    [InlineData("Which paper is bigger than USA Today?")]
    [InlineData("What do the 5 Things cover?")]
    [InlineData("Who was named Person of the Year?")]
    [InlineData("What did May promise?")]
    [InlineData("Which country may ban plastic?")]
    [InlineData("Who led the March on Washington?")]
    [InlineData("Who took part in a march through London?")]
    [InlineData("What happened in the week before the election?")]
    [InlineData("What happens every Monday?")]
    [InlineData("Who recently resigned?")]
    public void Names_and_vague_words_are_no_scope(string question) => Assert.Null(ScopeOrNull(question));

    [Theory]
    [InlineData("Which singer will tour later this year?")]
    [InlineData("What happens next week?")]
    [InlineData("What opens tomorrow?")]
    [InlineData("Who must leave by Monday?")]
    [InlineData("Which film will be released in December?")]
    [InlineData("Which vote is due on Friday?")]
    [InlineData("Who plays this weekend?")]
    [InlineData("What did he say on 9 October 2020?")]
    public void The_future_is_no_scope(string question) => Assert.Null(ScopeOrNull(question));

    [Fact]
    public void Wording_that_runs_backwards_is_no_scope_and_no_error() =>
        QuestionTime.Read("the weekend –  yesterday, last week Mondaythree", new DateTimeOffset(2016, 10, 8, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Which_of_two_numbers_is_the_month_is_not_guessed() => Assert.Null(ScopeOrNull("Who visited Tunis on 5/10/2020?"));

    [Theory]
    [InlineData("What was decided this week, on Tuesday?", "2020-10-06", "2020-10-06")]
    [InlineData("What was said in September 2020 before 15 September?", "2020-09-01", "2020-09-14")]
    [InlineData("What did she say on Thursday about the fire in June?", "2020-10-08", "2020-10-08")]
    [InlineData("What did the panel say this week about the attack on 6 January 2020?", "2020-10-01", "2020-10-08")]
    [InlineData("Which statements were made on 1 October and 3 October?", "2020-10-01", "2020-10-03")]
    public void Several_expressions_narrow_each_other_and_else_the_nearest_to_the_report_counts(string question, string from, string to)
    {
        var time = Read(question);

        Assert.Equal(Days(from, to), time.Scope?.Period);
        Assert.NotEmpty(time.Mentions);
    }

    [Fact]
    public void The_mention_is_the_expression_where_it_stands_in_the_question()
    {
        const string question = "Did “Ünal” say, since Monday, that talks failed?";
        var time = Read(question);

        Assert.Equal("since Monday", time.Scope?.Wording);
        Assert.Equal("since Monday", time.Scope?.Mention.Of(question));
        Assert.Equal(new TextSpan(question.IndexOf("since", StringComparison.Ordinal), question.IndexOf(", that", StringComparison.Ordinal)), Assert.Single(time.Mentions));
    }

    [Fact]
    public void The_scope_at_the_end_of_a_long_message_is_found()
    {
        var question = string.Concat(Enumerable.Repeat("They met again and again, and nothing came of it. ", 80)) + "Who resigned in September 2020?";

        Assert.Equal(Days("2020-09-01", "2020-09-30"), Scope(question, Thursday).Period);
        Assert.Equal("September 2020", Scope(question, Thursday).Mention.Of(question));
    }

    [Fact]
    public void The_published_period_adds_the_grace_and_stops_at_the_question()
    {
        Assert.Equal(Days("2020-09-30", "2020-10-03"), Scope("Who came on 30 September?", Thursday).Published);
        Assert.Equal(Days("2020-10-07", "2020-10-08"), Scope("Who came on 7 October?", Thursday).Published);
    }

    [Fact]
    public void The_zone_decides_which_day_it_is()
    {
        var lateOnWednesdayInUtc = new DateTimeOffset(2020, 10, 7, 22, 30, 0, TimeSpan.Zero);
        var dubai = TimeZoneInfo.CreateCustomTimeZone("Dubai", TimeSpan.FromHours(4), "Dubai", "Dubai");

        Assert.Equal(Days("2020-10-07", "2020-10-07"), QuestionTime.Read("What was said today?", lateOnWednesdayInUtc).Scope?.Period);
        Assert.Equal(Days("2020-10-08", "2020-10-08"), QuestionTime.Read("What was said today?", lateOnWednesdayInUtc, dubai).Scope?.Period);
    }

    [Theory]
    [InlineData("Which team won the 2022 World Cup?", new[] { 2022 })]
    [InlineData("Did the 2016 and 2020 elections differ, and was 2016 closer?", new[] { 2016, 2020 })]
    [InlineData("Who resigned in 2019?", new[] { 2019 })]
    [InlineData("Who won in the 2020-21 season?", new[] { 2020 })]
    [InlineData("Did the 1,950 people get $2000, or 2000.50, in the 1990s?", new int[0])]
    public void Years_that_are_written_out_are_a_hint(string question, int[] years) => Assert.Equal(years, Read(question).SubjectYears);

    [Theory]
    [InlineData("What’s the latest on Libya?", true)]
    [InlineData("What is the most recent count?", true)]
    [InlineData("Who is currently in charge?", true)]
    [InlineData("What is happening right now?", true)]
    [InlineData("Who is the current president?", true)]
    [InlineData("Who was recently green-lit?", false)]
    [InlineData("What happened later?", false)]
    [InlineData("Which currents are warm?", false)]
    public void Asking_for_the_newest_is_an_order_and_no_scope(string question, bool latest)
    {
        var time = Read(question);

        Assert.Equal(latest, time.WantsLatest);
        Assert.Null(time.Scope);
    }

    private static QuestionTime Read(string question, string asOf = Thursday) =>
        QuestionTime.Read(question, DateTimeOffset.Parse(asOf + "T12:00:00Z", CultureInfo.InvariantCulture));

    private static TimeScope? ScopeOrNull(string question) => Read(question).Scope;

    private static TimeScope Scope(string question, string asOf) => Read(question, asOf).Scope ?? throw new Xunit.Sdk.XunitException($"no scope in: {question}");

    private static Period Days(string? from, string? to) => new(Day(from), Day(to));

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
