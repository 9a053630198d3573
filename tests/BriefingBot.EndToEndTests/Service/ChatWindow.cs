using System.Text.Encodings.Web;
using System.Text.Json;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Where one person asks, on whichever platform and in whichever way, and what is shown to them there.</summary>
/// <param name="Ask">Asks a question.</param>
/// <param name="Answers">Finished messages of the bot, oldest first, with sources and buttons.</param>
/// <param name="Drafts">All that was ever shown in them before, oldest first.</param>
/// <param name="FollowUp">Asks in the conversation of the last answer.</param>
/// <param name="Shown">How many messages of the bot there are, finished or not.</param>
internal sealed record ChatWindow(Action<string> Ask, Func<IReadOnlyList<string>> Answers, Func<IReadOnlyList<string>> Drafts, Action<string> FollowUp, Func<int> Shown)
{
    public const string DiscordMention = "a mention on Discord";
    public const string DiscordCommand = "/ask on Discord";
    public const string SlackMention = "a mention on Slack";
    public const string SlackAssistant = "the assistant on Slack";

    /// <summary>Questions that waited for an answer.</summary>
    public int Asked { get; private set; }

    public static TheoryData<string> Kinds => [DiscordMention, DiscordCommand, SlackMention, SlackAssistant];

    private static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ChatWindow Of(string kind, ModelNewsroom scene) => kind switch
    {
        DiscordMention => OnDiscord(scene, command: false),
        DiscordCommand => OnDiscord(scene, command: true),
        SlackMention => InSlackChannel(scene),
        SlackAssistant => InSlackAssistant(scene),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Asks and waits for the answer, which has to be the only one.</summary>
    public Task<string> AnswerAsync(ModelNewsroom scene, string question) => NextAsync(scene, () => Ask(question));

    public Task<string> FollowUpAsync(ModelNewsroom scene, string text) => NextAsync(scene, () => FollowUp(text));

    private async Task<string> NextAsync(ModelNewsroom scene, Action act)
    {
        var before = Answers().Count;
        act();
        Asked++;
        await scene.UntilAsync(() => Answers().Count > before, "an answer came");
        return Assert.Single(Answers().Skip(before));
    }

    private static ChatWindow OnDiscord(ModelNewsroom scene, bool command)
    {
        var sim = scene.Discord;
        var (channel, reader) = (sim.AddChannel(scene.Guild, "news"), sim.AddUser("reader"));
        Action<string> ask = command
            ? question => sim.UserRunsCommand(channel, reader, "ask", ("question", question))
            : question => sim.UserSays(channel, reader, question, mention: true);
        return new ChatWindow(
            ask,
            // What is still being written has no buttons.
            () => [.. sim.Answers(channel, reader).Where(message => message.ButtonIds.Any()).Select(message => message.Text())],
            () => [.. sim.MessagesIn(channel, reader).Where(message => message.Author == sim.Bot).SelectMany(message => message.EarlierContents.Append(message.Content)).Where(text => text.Length > 0)],
            text => sim.UserReplies(sim.Answers(channel, reader)[^1], reader, text),
            () => sim.MessagesIn(channel, reader).Count(message => message.Author == sim.Bot));
    }

    private static ChatWindow InSlackChannel(ModelNewsroom scene)
    {
        var sim = scene.Slack;
        var reader = sim.AddUser("reader");
        var channel = sim.AddChannel("news");
        return OnSlack(scene, channel, reader, question => sim.UserSays(channel, reader, question, mention: true),
            text => sim.UserSays(channel, reader, text, mention: true, thread: sim.Answers(channel, reader)[^1]));
    }

    private static ChatWindow InSlackAssistant(ModelNewsroom scene)
    {
        var sim = scene.Slack;
        var reader = sim.AddUser("reader");
        var thread = sim.UserOpensAssistant(reader);
        void Say(string text) => sim.UserSays(thread.Channel, reader, text, thread: thread);
        return OnSlack(scene, thread.Channel, reader, Say, Say);
    }

    private static ChatWindow OnSlack(ModelNewsroom scene, Simulators.Slack.People.SimChannel channel, Simulators.Slack.People.SimUser reader, Action<string> ask, Action<string> followUp)
    {
        var sim = scene.Slack;
        return new ChatWindow(
            ask,
            // The same here, nor has the app's own message that opens the assistant's thread.
            () => [.. sim.Answers(channel, reader).Where(message => message.ActionIds.Any()).Select(message => $"{message.Text}\n{message.Read()}\n{message.Blocks.ToJsonString(Readable)}")],
            () => [.. sim.MessagesIn(channel, reader).Where(message => message.Author == sim.Bot).SelectMany(message => message.EarlierTexts.Append(message.Text)).Where(text => text.Length > 0)],
            followUp,
            () => sim.MessagesIn(channel, reader).Count(message => message.Author == sim.Bot && message.Text != "New Assistant Thread"));
    }
}
