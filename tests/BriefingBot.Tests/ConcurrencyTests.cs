using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Quotes;
using BriefingBot.Retrieval;
using BriefingBot.Tests.Answering;

namespace BriefingBot.Tests;

/// <summary>A bot answers several people at once while articles come in.</summary>
public sealed class ConcurrencyTests : IDisposable
{
    private const int Questions = 200;

    private static readonly ParallelOptions EightThreads = new() { MaxDegreeOfParallelism = 8 };

    private static readonly string[] Asked =
    [
        "Why was the Tarvik bridge closed?", "How many vehicles does the Tarvik bridge carry a day?", "According to the Northern Post, why was the Tarvik bridge closed?",
        "How far did the herring catch fall in February?", "How was the harbour of Tarvik dug?", "Why was the Tarvik bridge closed this week?",
        "What happened in Tarvik between 1 and 19 March?", "What is the price of saffron in Qandor?", "Why was the Tarvik bridge closed in January 2024?", "hello!",
    ];

    private readonly NewsDesk _desk = Harbour.Desk();
    private readonly QuestionAnswerer _answerer;
    private readonly QuoteFinder _quotes;

    public ConcurrencyTests() => (_answerer, _quotes) = (_desk.Answerer(), _desk.Quotes);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Many_people_at_once_are_answered_as_one_is()
    {
        var alone = new List<string>();
        foreach (var question in Asked) alone.Add(await SayAsync(question));

        await Parallel.ForAsync(0, Questions, EightThreads, async (i, _) => Assert.Equal(alone[i % Asked.Length], await SayAsync(Asked[i % Asked.Length])));
    }

    [Fact]
    public async Task Articles_that_come_in_meanwhile_change_no_answer_they_are_not_about()
    {
        var before = new List<Answer>();
        foreach (var question in Asked) before.Add(await AskAsync(question));
        using var done = new CancellationTokenSource();
        var writing = Task.Run(() => _desk.KeepAdding(Unrelated, done.Token), CancellationToken.None);

        try
        {
            await Parallel.ForAsync(0, Questions, EightThreads, async (i, _) =>
            {
                var (expected, answer) = (before[i % Asked.Length], await AskAsync(Asked[i % Asked.Length]));

                // Further sentences may change places: how much a word weighs depends on the whole collection.
                Assert.Equal((expected.Status, FirstQuote(expected)), (answer.Status, FirstQuote(answer)));
                Assert.All(answer.Citations, c => Assert.Equal(c.Quote, c.Span.Of(c.Article.Text)));
                Assert.All(answer.Ranking, a => Assert.DoesNotContain("chess", a.Article.Id.Value, StringComparison.Ordinal));
            });
        }
        finally
        {
            await done.CancelAsync();
            Assert.NotEqual(0, await writing);
        }

        await Many_people_at_once_are_answered_as_one_is();
    }

    private ValueTask<Answer> AskAsync(string question) => _answerer.AnswerAsync(new Question(question, NewsDesk.Now), CancellationToken.None);

    private static string? FirstQuote(Answer answer) => answer.Citations is [var first, ..] ? first.Quote : null;

    /// <summary>All that is told about a question but the time it took.</summary>
    private async Task<string> SayAsync(string question)
    {
        var answer = await AskAsync(question);
        var found = await _quotes.FindAsync(new Question(question, NewsDesk.Now), null, 3, CancellationToken.None);
        return string.Join('\n', [
            $"{answer.Status}: {answer.Text}",
            .. answer.Citations.Select(c => $"[{c.Number}] {c.Article.Id} {c.Span} {c.Quote}"),
            answer.Scope is null ? "" : ScopeLine.Of(answer.Scope),
            .. found.Quotes.Select(q => $"{q.Article.Id} {q.Quotation}")]);
    }

    /// <summary>News of the day after the questions.</summary>
    private static Article Unrelated(int number) => NewsDesk.Article(
        $"chess-{number}", $"Round {number} ends", "2024-03-21", $"Chess Gazette {number % 5}",
        $"Grandmaster Ilse Quandt defeated pupil number {number} after forty moves.", "Spectators applauded quietly.");
}
