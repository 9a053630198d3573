using BriefingBot.Retrieval.Periods;
using CsCheck;

namespace BriefingBot.Tests.Retrieval.Periods;

public class QuestionTimePropertyTests
{
    private static readonly string[] Fragments =
    [
        "last week", "since", "before", "until", "between", "and", "to", "from", "-", "–", "the", "in", "on", "of", "past", "last", "this", "next", "ago", "ending",
        "Monday", "Sunday", "October", "May", "29 February", "31 September", "30/02/2020", "9/11", "00/00/0000", "2020", "1996", "9999", "1 January 0001", "31 December 9999",
        "yesterday", "today", "the weekend", "week", "weeks", "month", "year", "years", "three", "999999999999", "-1", "1e9", "twenty twenty", "first", "half", "quarter",
        "24:60", "T25:00", "2020-13-45", "2020-W99", "'s", "’s", "\u0000", "\ud83d", "\U0001F4C5", "İ", "ǅ", "１０月", "٣ أكتوبر", "e\u0301", "\u202e", "\n", "\t", " ", "?", ".", "((((", "\\", "%s", "<a href=x>",
    ];

    private static readonly Gen<string> Questions = Gen.OneOf<string>(
        Gen.Select(Gen.OneOf(Fragments), Gen.OneOf("", " ", ", "), (fragment, gap) => fragment + gap).Array[0, 14].Select(string.Concat),
        Gen.String[0, 200],
        Gen.Select(Gen.String[0, 40], Gen.OneOf(Fragments), Gen.String[0, 40], (before, fragment, after) => $"{before} {fragment} {after}"));

    private static readonly Gen<DateTimeOffset> Instants = Gen.Int[0, 80_000]
        .Select(days => new DateTimeOffset(1900, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(days));

    [Fact]
    public void No_text_throws_and_no_scope_reaches_past_the_question() =>
        Gen.Select(Questions, Instants).Sample(
            (question, asOf) =>
            {
                var time = QuestionTime.Read(question, asOf);
                foreach (var mention in time.Mentions) Assert.InRange(mention.Length, 1, question.Length);
                if (time.Scope is not { } scope) return;

                var today = DateOnly.FromDateTime(asOf.DateTime);
                Assert.True(scope.Period.To <= today && scope.Published.To <= today, question);
                Assert.True(scope.Period.From is null || scope.Period.From <= scope.Period.To, question);
                Assert.Equal(scope.Wording, scope.Mention.Of(question));
            },
            iter: 1500);

    [Theory]
    [InlineData("yesterday ")]
    [InlineData("in 2019 and ")]
    [InlineData("the first week of the last week of ")]
    [InlineData("1/1/2020-")]
    [InlineData("2020")]
    [InlineData("from 3 to ")]
    [InlineData("may\u0000")]
    public void A_message_of_nothing_but_dates_is_read_in_bounded_pieces(string fragment)
    {
        var question = string.Concat(Enumerable.Repeat(fragment, 1 + (4000 / fragment.Length)))[..4000];

        var time = QuestionTime.Read(question, new DateTimeOffset(2020, 10, 8, 12, 0, 0, TimeSpan.Zero));

        Assert.All(time.Mentions, m => Assert.InRange(m.End, m.Start + 1, 4000));
    }

    [Fact]
    public void Several_threads_read_the_same_as_one()
    {
        var asOf = new DateTimeOffset(2020, 10, 8, 12, 0, 0, TimeSpan.Zero);
        string[] questions = ["since Monday", "between 3 and 6 October", "over the past three days", "in September 2020", "last week", "in the first half of 2020"];
        var alone = questions.Select(q => QuestionTime.Read(q, asOf).Scope).ToList();

        Parallel.For(0, 60, i => Assert.Equal(alone[i % alone.Count], QuestionTime.Read(questions[i % alone.Count], asOf).Scope));
    }
}
