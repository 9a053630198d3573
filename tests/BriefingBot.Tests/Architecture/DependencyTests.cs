using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using BriefingBot.Articles;
using BriefingBot.Discord;
using BriefingBot.Slack;

namespace BriefingBot.Tests.Architecture;

/// <summary>The one direction of dependency that the folders promise.</summary>
public sealed partial class DependencyTests
{
    private static readonly string[] Adapters = ["Microsoft.Data.Sqlite", "Dapper", "dbup", "Discord.Net", "SlackNet", "Microsoft.SemanticKernel", "Spectre.Console"];

    private static readonly string[] AdapterNamespaces = ["BriefingBot.SqliteStore", "BriefingBot.SqliteStore.Chat", "BriefingBot.LuceneIndex", "BriefingBot.SemanticKernel"];

    [Fact]
    public void The_core_references_no_database_no_chat_platform_no_vendor_and_no_terminal()
    {
        var referenced = typeof(Article).Assembly.GetReferencedAssemblies().Select(a => a.Name!);

        Assert.DoesNotContain(referenced, name => Adapters.Any(a => name.StartsWith(a, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotMatch(@"Include=""(Microsoft\.Data\.Sqlite|Dapper|Discord|Slack|Microsoft\.SemanticKernel|Spectre)", Read("src/BriefingBot.Core/BriefingBot.Core.csproj"));
    }

    /// <summary>Connecting is for any protocol; it knows nothing of the bot either.</summary>
    [Theory]
    [InlineData("Discord", "Gateway", "Rest", "Interactions", "Resources")]
    [InlineData("Slack", "SocketMode", "WebApi", "Requests")]
    public void A_platforms_protocol_knows_nothing_of_the_bot(string platform, params string[] folders)
    {
        foreach (var folder in folders)
        {
            var files = Directory.EnumerateFiles(PathOf($"src/BriefingBot.{platform}/{folder}"), "*.cs").ToList();
            Assert.NotEmpty(files);
            Assert.DoesNotContain(files, file => Regex.IsMatch(
                Comment().Replace(File.ReadAllText(file), ""), $@"\bBriefingBot\.(?!(?:{platform}|Chat\.Connecting)\b)|\b{platform}\.(Commands|Receiving|Rendering|Delivery)\b"));
        }
    }

    [Fact]
    public void What_connects_knows_nothing_of_the_rest_of_chat() =>
        Assert.DoesNotContain(Directory.EnumerateFiles(PathOf("src/BriefingBot.Core/Chat/Connecting"), "*.cs"), file => Regex.IsMatch(
            Comment().Replace(File.ReadAllText(file), ""), @"\busing BriefingBot\b"));

    [Fact]
    public void The_platforms_see_the_core_and_never_each_other()
    {
        foreach (var platform in new[] { typeof(Snowflake).Assembly, typeof(SlackOptions).Assembly })
        {
            var referenced = platform.GetReferencedAssemblies().Select(a => a.Name!);
            Assert.All(referenced.Where(name => name.StartsWith(nameof(BriefingBot), StringComparison.Ordinal)), name => Assert.Equal("BriefingBot.Core", name));
        }

        Assert.DoesNotContain("BriefingBot.Slack", Read("src/BriefingBot.Discord/BriefingBot.Discord.csproj"), StringComparison.Ordinal);
        Assert.DoesNotContain("BriefingBot.Discord", Read("src/BriefingBot.Slack/BriefingBot.Slack.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public void Indexing_and_retrieval_never_see_each_other()
    {
        Assert.Empty(FilesThatName("src/BriefingBot.Core/Indexing", "Retrieval"));
        Assert.Empty(FilesThatName("src/BriefingBot.Core/Retrieval", "Indexing"));
    }

    [Fact]
    public void Feeds_are_one_way_into_the_store_which_knows_nothing_of_them()
    {
        Assert.Empty(FilesThatName("src/BriefingBot.Core/Indexing", "Feeds"));
        foreach (var other in new[] { "Retrieval", "Answering", "Quotes", "Chat" }) Assert.Empty(FilesThatName("src/BriefingBot.Core/Feeds", other));
    }

    [Fact]
    public void Articles_and_passages_know_nothing_of_what_is_made_of_them()
    {
        foreach (var later in new[] { "Indexing", "Feeds", "Retrieval", "Answering", "Quotes", "Digests", "Evaluation", "Chat" })
        {
            Assert.Empty(FilesThatName("src/BriefingBot.Core/Articles", later));
            Assert.Empty(FilesThatName("src/BriefingBot.Core/Passages", later));
        }
    }

    [Fact]
    public void Only_the_composition_chooses_adapters()
    {
        var adapters = typeof(Composition).Assembly.GetTypes()
            .Where(t => AdapterNamespaces.Contains(t.Namespace) && t.GetInterfaces().Any(i => i.Assembly == typeof(Article).Assembly))
            .Select(t => t.Name).ToList();
        Assert.NotEmpty(adapters);

        var creators = Directory.EnumerateFiles(PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !AdapterNamespaces.Any(n => file.Contains($"/{n.Split('.')[1]}/", StringComparison.Ordinal)))
            .Where(file => adapters.Exists(adapter => Regex.IsMatch(File.ReadAllText(file), $@"\bnew {adapter}\(|\b{adapter}\.Open\(")))
            .Select(Path.GetFileName);
        Assert.Equal(["Composition.cs"], creators);
    }

    /// <summary>Files below a folder that use a namespace of the core, by a using or by a qualified name.</summary>
    private static IEnumerable<string> FilesThatName(string folder, string area) =>
        Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => Comment().Replace(File.ReadAllText(file), "") is var code && Regex.IsMatch(code, $@"\bBriefingBot\.{area}\b|(?<![.\w])(?:{area})\.[A-Z]"));

    private static string Read(string path) => File.ReadAllText(PathOf(path));

    private static string PathOf(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../..", path));

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();
}
