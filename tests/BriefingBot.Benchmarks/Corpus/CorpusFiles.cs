using System.Text.Json;

namespace BriefingBot.Benchmarks.Corpus;

/// <summary>A corpus and its questions on disk, in the formats that <c>index</c> and <c>eval</c> read.</summary>
internal sealed record CorpusFiles(string Articles, string Questions)
{
    private const int Seed = 20240229;

    /// <summary>Generates both files into a folder.</summary>
    public static CorpusFiles Write(string folder, int articles, int questions)
    {
        Directory.CreateDirectory(folder);
        var files = new CorpusFiles(Path.Combine(folder, "articles.jsonl"), Path.Combine(folder, "questions.jsonl"));
        using var articleLines = File.CreateText(files.Articles);
        using var questionLines = File.CreateText(files.Questions);
        var (asking, every, before) = (new QuestionGenerator(Seed), Math.Max(1, articles / questions), (InventedArticle?)null);
        foreach (var (number, article) in new NewsGenerator(Seed).Articles(articles).Index())
        {
            articleLines.WriteLine(JsonSerializer.Serialize(article, JsonSerializerOptions.Web));
            if (number % every == 0) questionLines.WriteLine(JsonSerializer.Serialize(asking.Ask(article, before ?? article), JsonSerializerOptions.Web));
            before = article;
        }

        return files;
    }
}
