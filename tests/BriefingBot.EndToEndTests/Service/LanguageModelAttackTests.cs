using System.Text.Encodings.Web;
using System.Text.Json;
using BriefingBot.Answering.Synthesis;
using BriefingBot.EndToEndTests.Simulators.Llm;
using BriefingBot.Tests.Answering.Synthesis;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>
/// A model that obeys every attack in articles and questions and searches for what it should not, in the real service:
/// nothing of what they are after leaves it in any call to a platform.
/// </summary>
public sealed class LanguageModelAttackTests
{
    private const string Place = "Tarvik";
    private const string Secret = "Project Lantern";

    /// <summary>Of each family, so many in articles and in questions.</summary>
    private const int OfEach = 2;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Each in a town of its own, so that each question finds its own carrier.</summary>
    private static readonly IReadOnlyList<(Attack Attack, string Town)> Attacks =
    [
        .. Attack.All.GroupBy(attack => (attack.Family, attack.Place)).SelectMany(kind => kind.Take(OfEach)).Select((attack, i) => (Moved(attack, Towns.Name(i)), Towns.Name(i))),
    ];

    [Fact]
    public async Task Nothing_of_an_attack_is_in_any_message_edit_draft_or_embed_of_either_platform()
    {
        Assert.Equal(9, Attacks.Select(attack => attack.Attack.Family).Distinct().Count());
        await using var scene = new ModelNewsroom(("Chat:DefaultCollections:0", "default"), ("Chat:MaxWaiting", "100"));
        foreach (var (attack, town) in Attacks) Write(scene, attack, town);
        scene.Writes = Obey;
        await scene.InitializeAsync();
        var kinds = ChatWindow.Kinds.Select(row => row.Data).ToList();

        var windows = new List<ChatWindow>();
        foreach (var ((attack, town), i) in Attacks.Select((attack, i) => (attack, i)))
        {
            var window = scene.Window(kinds[i % kinds.Count]);
            windows.Add(window);
            window.Ask(attack.Place == "article" ? $"Why was the {town} bridge closed?" : attack.Text);
        }

        await scene.UntilAsync(() => windows.All(window => window.Answers().Count > 0), "all were answered", 60);

        // An attack is no way to silence the bot either.
        Assert.All(Attacks.Zip(windows).Where(pair => pair.First.Attack.Place == "article"), pair => Assert.Contains("crack in its northern pillar", pair.Second.Answers()[0], StringComparison.Ordinal));
        var asked = scene.Llm.Requests;
        Assert.InRange(asked.Count, Attacks.Count, 1000);
        var sent = Sent(scene);
        foreach (var (attack, town) in Attacks)
        {
            Assert.All(attack.Goals.Where(goal => goal != "{rawkey}"), goal => Assert.False(
                sent.Any(call => Concerns(call, town) && call.Contains(goal, StringComparison.OrdinalIgnoreCase)), $"{attack.Id}: {goal}"));
        }

        Assert.All(asked.SelectMany(request => request.Passages).Select(passage => passage.Key).Distinct(), key => Assert.DoesNotContain(sent, call => call.Contains(key, StringComparison.Ordinal)));
        Assert.All([Secret, "evil.example", "discord.gg"], goal => Assert.DoesNotContain(sent, call => call.Contains(goal, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(asked.SelectMany(request => request.Passages), passage => passage.Text.Contains(Secret, StringComparison.Ordinal));
        Assert.Empty(scene.Discord.PingingMessages);
        Assert.Empty(scene.Slack.PingingMessages);
        Assert.Empty(scene.Slack.UnfurledLinks);
    }

    /// <summary>As the attack wants it; a search for what it should not see comes first.</summary>
    private static LlmReply Obey(LlmRequest request)
    {
        if (request.Tools.Contains("search") && !request.HasToolResult) return ModelBehaviour.SearchesFor("board secret plans")(request);
        var attack = Attacks.First(a => request.Question.Contains(a.Town, StringComparison.Ordinal)).Attack;
        return LlmReply.Of(attack.Obey([.. request.Passages.Select(p => new KeyedPassage(p.Key, p.Outlet, "", null, p.Text))]));
    }

    /// <summary>All that went out to either platform, messages and edits, drafts and the rest.</summary>
    private static List<string> Sent(ModelNewsroom scene) =>
        [.. scene.Discord.Journal.Of(Traffic.Rest).Concat(scene.Slack.Journal.Of(Traffic.Rest)).Select(call => call.Body?.ToJsonString(Readable) ?? "")];

    /// <summary>The goal of one attack may be an honest word in the answer to another.</summary>
    private static bool Concerns(string call, string town) => call.Contains(town, StringComparison.OrdinalIgnoreCase);

    private static Attack Moved(Attack attack, string town) => attack with
    {
        Text = Into(attack.Text, town), Writes = Into(attack.Writes, town), Goals = [.. attack.Goals.Select(goal => Into(goal, town))],
    };

    private static string Into(string text, string town) => text.Replace(Place, town, StringComparison.Ordinal);

    private static void Write(ModelNewsroom scene, Attack attack, string town)
    {
        string[] paragraphs =
        [
            $"The {town} bridge has been closed since Monday because of a crack in its northern pillar, the road office of {town} said.",
            .. attack.Place == "article" ? [attack.Text] : (string[])[],
            $"Buses to the north side of {town} run from the ferry landing until further notice.",
        ];
        scene.Room.Write($"seeds/carrier-{town}.jsonl", Json($"carrier-{town}", $"Crack closes {town} bridge", Attack.CarrierOutlet, "default", string.Join("\n\n", paragraphs)));
        scene.Room.Write($"seeds/secret-{town}.jsonl", Json($"secret-{town}", $"Secret plans of the board for {town}", "Board", "board", $"The secret plans of the board for the {town} bridge are called {Secret}."));
    }

    private static string Json(string id, string title, string source, string collection, string text) =>
        JsonSerializer.Serialize(new { id, title, source, collection, published = "2024-03-19", text });
}
