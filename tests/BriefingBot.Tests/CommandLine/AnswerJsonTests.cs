using System.Text.Json;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.CommandLine.Rendering;
using BriefingBot.Retrieval;

namespace BriefingBot.Tests.CommandLine;

public sealed class AnswerJsonTests
{
    private static readonly Article Article = new()
    {
        Id = ArticleId.Parse("visit"),
        Title = "Köln’s “visit” <b>",
        Source = "Coast Courier",
        Published = ArticleDate.OfDay(2021, 3, 1, inferred: true),
        Url = "https://example.org/a?b=1&c=2",
        Text = "It rained. It stopped.",
        Blocks = [new Block(new TextSpan(0, 22), BlockKind.Body)],
    };

    private static readonly DateTimeOffset AsOf = new(2021, 4, 1, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void An_answer_has_the_documented_shape()
    {
        var json = Serialize(Answered());

        Assert.Equal("""
            {
              "status": "answered",
              "question": "Did it rain?",
              "text": "It rained. [1]",
              "sentences": [
                {
                  "text": "It rained.",
                  "citations": [
                    1
                  ],
                  "sources": 1
                }
              ],
              "citations": [
                {
                  "number": 1,
                  "articleId": "visit",
                  "title": "Köln’s “visit” <b>",
                  "source": "Coast Courier",
                  "published": "2021-03-01",
                  "publishedInferred": true,
                  "url": "https://example.org/a?b=1&c=2",
                  "quote": "It rained.",
                  "start": 0,
                  "end": 10
                }
              ],
              "nearest": [],
              "wider": [],
              "scope": {
                "from": "2021-03-01",
                "to": null,
                "asOf": "2021-04-01T09:30:00+00:00",
                "newest": "2021-03-01",
                "undated": 2,
                "articles": 7,
                "sources": [
                  "Coast Courier"
                ]
              },
              "writer": "extractive",
              "synthesis": null,
              "elapsedMs": {
                "retrieve": 1.5,
                "answer": 0.5,
                "total": 2
              }
            }
            """, json.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(AnswerStatus.Answered, "answered")]
    [InlineData(AnswerStatus.NothingFound, "nothing-found")]
    [InlineData(AnswerStatus.OffTopic, "off-topic")]
    [InlineData(AnswerStatus.ScopeEmpty, "scope-empty")]
    [InlineData(AnswerStatus.Help, "help")]
    public void Every_status_has_its_name(AnswerStatus status, string name)
    {
        var json = JsonDocument.Parse(Serialize(Answered() with { Status = status, Scope = null, Nearest = [Article] })).RootElement;

        Assert.Equal(name, json.GetProperty("status").GetString());
        Assert.Equal("visit", json.GetProperty("nearest")[0].GetProperty("articleId").GetString());
    }

    [Fact]
    public void Control_characters_are_escaped_and_survive()
    {
        var json = Serialize(Answered() with { Text = "a\u001b[31m\u009b\u0000b" });

        Assert.DoesNotContain(json, c => char.IsControl(c) && c is not ('\n' or '\r'));
        Assert.Equal("a\u001b[31m\u009b\u0000b", JsonDocument.Parse(json).RootElement.GetProperty("text").GetString());
    }

    private static string Serialize(Answer answer) => JsonSerializer.Serialize(AnswerJson.Of(answer), OutputJson.Indented.AnswerJson);

    private static Answer Answered() => new(
        new Question("Did it rain?", AsOf), AnswerStatus.Answered, "It rained. [1]",
        [new AnswerSentence("It rained.", [1], 1)],
        [new Citation(1, Article, "It rained.", new TextSpan(0, 10))],
        [], [],
        new SearchScope(
            new ArticleFilter(new DateOnly(2021, 3, 1), null, ["Coast Courier"]), AsOf,
            Contents(), ""),
        "extractive",
        new AnswerTimings(TimeSpan.FromMilliseconds(1.5), TimeSpan.FromMilliseconds(0.5), TimeSpan.FromMilliseconds(2)));

    private static LibraryContents Contents() => new(7, 2, Article.Published, Article.Published, [new SourceCount("Coast Courier", 7)]);
}
