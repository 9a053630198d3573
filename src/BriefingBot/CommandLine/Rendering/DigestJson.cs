using BriefingBot.Digests;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>A digest for programs.</summary>
/// <param name="From">First instant of the period.</param>
/// <param name="To">The instant before which it ends.</param>
/// <param name="Articles">Dated articles of the period; all are in a story or left out.</param>
/// <param name="Account">The same in words: period, articles, what was left out and why.</param>
internal sealed record DigestJson(
    DateTimeOffset From, DateTimeOffset To, string Topic, string Length, IReadOnlyList<StoryJson> Stories, int Articles, IReadOnlyList<LeftOutJson> LeftOut, string Account)
{
    public static DigestJson Of(Digest digest) => new(
        digest.Request.Period.From,
        digest.Request.Period.To,
        digest.Request.Topic,
        OutputJson.Name(digest.Request.Length),
        [.. digest.Stories.Select(StoryJson.Of)],
        digest.Articles,
        [.. digest.LeftOut.Select(left => new LeftOutJson(OutputJson.Name(left.Reason), left.Stories, left.Articles))],
        DigestText.Account(digest));
}

/// <param name="Sources">How many independent sources report it.</param>
/// <param name="Articles">Its articles of the period.</param>
/// <param name="Earlier">Its articles from before the period.</param>
/// <param name="Update">What is new since it was sent before; null when it was not.</param>
internal sealed record StoryJson(
    string Id, string Headline, string? Update, int Sources,
    IReadOnlyList<SentenceJson> Sentences, IReadOnlyList<CitationJson> Citations, IReadOnlyList<SourceJson> Articles, IReadOnlyList<SourceJson> Earlier)
{
    public static StoryJson Of(DigestStory story) => new(
        story.Id.Value,
        story.Headline,
        story.Update?.ToString(),
        story.Sources,
        [.. story.Sentences.Select(s => new SentenceJson(s.Text, s.Citations, s.Sources))],
        [.. story.Citations.Select(CitationJson.Of)],
        [.. story.Articles.Select(a => SourceJson.Of(a.Article))],
        [.. story.Earlier.Select(a => SourceJson.Of(a.Article))]);
}

/// <param name="Reason">already-sent, off-topic, no-room, not-citable, round-up or undated.</param>
internal sealed record LeftOutJson(string Reason, int Stories, int Articles);
