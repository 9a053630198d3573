using System.CommandLine;
using System.Text.Json;
using BenchmarkDotNet.Running;
using BriefingBot.Benchmarks.VersusLucene;

// The children of the comparison.
if (args is [PeakMemory.IndexVerb or PeakMemory.AskVerb, var data, var file]) return await PeakMemory.RunChildAsync(args[0], data, file);

// Without --vs-lucene, everything is BenchmarkDotNet's: --filter '*', --list flat and so on.
if (!args.Contains("--vs-lucene"))
{
    BenchmarkSwitcher.FromAssembly(typeof(PeakMemory).Assembly).Run(args);
    return 0;
}

var versus = new Option<bool>("--vs-lucene") { Description = "Compare indexing and asking with Lucene alone" };
var articles = new Option<int>("--articles") { Description = "Articles to generate", DefaultValueFactory = _ => ComparisonOptions.FullSize };
var corpus = new Option<FileInfo?>("--corpus") { Description = "Real articles (JSON Lines) instead of generated ones; needs --questions" };
var questions = new Option<FileInfo?>("--questions") { Description = "Questions for --corpus, as eval reads them" };
var folder = new Option<DirectoryInfo?>("--data") { Description = "Folder to work in and leave behind; by default a temporary one" };
var json = new Option<bool>("--json") { Description = "Print the result as JSON" };
var root = new RootCommand("Benchmarks of BriefingBot") { versus, articles, corpus, questions, folder, json };
root.Validators.Add(line =>
{
    if (line.GetValue(corpus) is null != line.GetValue(questions) is null) line.AddError("--corpus and --questions go together");
});
root.SetAction(async (line, _) =>
{
    var kept = line.GetValue(folder)?.FullName;
    var options = new ComparisonOptions(
        line.GetValue(articles), line.GetValue(corpus)?.FullName, line.GetValue(questions)?.FullName,
        kept ?? Directory.CreateTempSubdirectory("briefingbot-benchmarks-").FullName, line.GetValue(json));
    try
    {
        var result = await new Comparison(options).RunAsync();
        if (options.Json) Console.WriteLine(JsonSerializer.Serialize(result, JsonSerializerOptions.Web));
        else ComparisonTable.Write(result, Console.Out);
    }
    finally
    {
        if (kept is null) Directory.Delete(options.Folder, recursive: true);
    }
});
return await root.Parse(args).InvokeAsync();
