using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.CommandLine.Rendering;
using BriefingBot.Retrieval;

namespace BriefingBot.Tests.CommandLine;

public sealed class AnswerPrinterTests
{
    [Fact]
    public void Sentences_carry_their_corroboration_and_sources_their_dates()
    {
        var (dated, undated) = (NewsOf("a", ArticleDate.OfDay(2021, 3, 1, inferred: true)), NewsOf("b", null));
        var printed = Print(new Answer(
            new Question("?", DateTimeOffset.UnixEpoch), AnswerStatus.Answered, "",
            [new AnswerSentence("It rained.", [1, 2], 2), new AnswerSentence("It stopped.", [2], 1)],
            [new Citation(1, dated, "It\nrained.", new TextSpan(0, 10)), new Citation(2, undated, "It rained.", new TextSpan(0, 10))],
            [], [], null, "extractive", default));

        Assert.Equal(
            """
            It rained. [1][2]
              2 independent sources
            It stopped. [2]
              single source

            Sources
            [1] Title of a, Outlet, 1 Mar 2021 (date inferred)
                https://example.org/a
                “It rained.”
            [2] Title of b, Outlet, undated
                https://example.org/b
                “It rained.”

            """, printed);
    }

    [Fact]
    public void Near_misses_are_never_called_sources()
    {
        var printed = Print(new Answer(
            new Question("?", DateTimeOffset.UnixEpoch), AnswerStatus.OffTopic, "Not found: nothing is about it.",
            [], [], [NewsOf("near", null)], [NewsOf("wide", null)], null, "extractive", default));

        Assert.StartsWith("Not found: nothing is about it.\n", printed, StringComparison.Ordinal);
        Assert.Contains("Outside of the period or sources asked for:\n  Title of wide, Outlet, undated", printed, StringComparison.Ordinal);
        Assert.Contains("Nearest articles (not sources):\n  Title of near, Outlet, undated", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("\nSources\n", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_and_escape_sequences_of_foreign_text_are_shown_not_obeyed()
    {
        var printed = Print(new Answer(
            new Question("?", DateTimeOffset.UnixEpoch), AnswerStatus.Answered, "",
            [new AnswerSentence("It [red]rained[/] \u001b[2J[unclosed.", [1], 1)],
            [new Citation(1, NewsOf("[bold]", null), "It [/] rained.", new TextSpan(0, 14))],
            [], [], null, "extractive", default));

        Assert.Contains("It [red]rained[/] [2J[unclosed. [1]", printed, StringComparison.Ordinal);
        Assert.Contains("Title of [bold], Outlet", printed, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', printed);
    }

    private static Article NewsOf(string id, ArticleDate? published) => new()
    {
        Id = ArticleId.Parse(id), Title = $"Title of {id}", Source = "Outlet", Published = published, Url = $"https://example.org/{id}", Text = "It rained.", Blocks = [],
    };

    private static string Print(Answer answer)
    {
        using var writer = new StringWriter();
        TerminalConsole.Create(writer, ansi: false, redirected: true).Print(answer);
        return string.Join('\n', writer.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
    }
}
