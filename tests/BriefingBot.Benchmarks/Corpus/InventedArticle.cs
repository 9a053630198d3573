namespace BriefingBot.Benchmarks.Corpus;

/// <summary>An article of invented words; its properties are the fields of its line of JSON.</summary>
internal sealed record InventedArticle(string Id, string Title, string Source, string Author, string Published, string Url, string Text);
