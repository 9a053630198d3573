using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using BriefingBot.Slack.Installation;
using BriefingBot.Slack.WebApi;
using YamlDotNet.Serialization;

namespace BriefingBot.Tests.Slack.Installation;

public sealed partial class ManifestTests
{
    private static readonly Dictionary<string, object> Manifest = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(File.ReadAllText(PathOf("manifest.yaml")));

    [Fact]
    public void It_asks_for_the_scopes_that_the_bot_needs() => Assert.Equal(Scopes.Required, Strings("oauth_config", "scopes", "bot").Order(StringComparer.Ordinal));

    [Fact]
    public void It_subscribes_to_the_events_that_the_bot_takes() =>
        Assert.Equal(Subscriptions.Events.Keys.Order(StringComparer.Ordinal), Strings("settings", "event_subscriptions", "bot_events").Order(StringComparer.Ordinal));

    [Fact]
    public void It_has_the_bots_command_and_shortcut()
    {
        Assert.Equal(Subscriptions.Command, Text(Assert.Single(List("features", "slash_commands")), "command"));
        var shortcut = Assert.Single(List("features", "shortcuts"));
        Assert.Equal((Subscriptions.CheckShortcut, "message"), (Text(shortcut, "callback_id"), Text(shortcut, "type")));
        Assert.InRange(Text(shortcut, "name").Length, 1, 24);
    }

    [Fact]
    public void It_turns_on_what_the_bot_uses()
    {
        Assert.Equal("true", At("settings", "socket_mode_enabled"));
        Assert.Equal("true", At("settings", "interactivity", "is_enabled"));
        Assert.Equal("true", At("features", "app_home", "home_tab_enabled"));
        Assert.Equal("true", At("features", "app_home", "messages_tab_enabled"));
        Assert.NotNull(At("features", "assistant_view", "assistant_description"));
    }

    [Fact]
    public void The_table_of_scopes_has_exactly_the_methods_that_the_bot_calls()
    {
        var client = File.ReadAllText(PathOf("WebApi/SlackWebApi.cs"));
        var called = Directory.EnumerateFiles(PathOf("."), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("WebApi", StringComparison.Ordinal) && !f.Contains("SocketMode", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Call().Matches(File.ReadAllText(f))).Select(m => m.Groups["method"].Value).Distinct()
            .Where(m => m != "RespondAsync")
            .Select(m => Regex.Match(client, $@"\b{m}\(.*?\bApiMethod\.(?<method>\w+)", RegexOptions.Singleline).Groups["method"].Value);

        var named = typeof(ApiMethod).GetProperties(BindingFlags.Static | BindingFlags.Public).Where(p => Scopes.ByMethod.ContainsKey((ApiMethod)p.GetValue(null)!)).Select(p => p.Name);
        Assert.Equal(named.Order(StringComparer.Ordinal), called.Order(StringComparer.Ordinal));
    }

    private static object At(params string[] path) => path.Aggregate((object)Manifest, (node, name) => node is Dictionary<string, object> root ? root[name] : ((Dictionary<object, object>)node)[name]);

    private static IEnumerable<object> List(params string[] path) => (List<object>)At(path);

    private static IEnumerable<string> Strings(params string[] path) => List(path).Cast<string>();

    private static string Text(object node, string name) => (string)((Dictionary<object, object>)node)[name];

    private static string PathOf(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../src/BriefingBot.Slack", path));

    [GeneratedRegex(@"\bapi\.(?<method>[A-Z]\w+Async)\(")]
    private static partial Regex Call();
}
