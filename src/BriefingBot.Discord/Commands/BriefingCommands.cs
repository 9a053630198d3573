using BriefingBot.Answering;
using BriefingBot.Discord.Resources;

namespace BriefingBot.Discord.Commands;

/// <summary>
/// The bot's commands as data. They are installed to servers only and not to users: what a channel may see is for its
/// administrators to say, who have no say over what people bring along.
/// </summary>
public static class BriefingCommands
{
    public const string Ask = "ask";
    public const string Quote = "quote";
    public const string Sources = "sources";
    public const string Help = "help";
    public const string Briefing = "briefing";
    public const string Settings = "settings";
    public const string Digest = "digest";
    public const string Alert = "alert";
    public const string Add = "add";
    public const string Check = "Check against the briefings";

    public const string Question = "question";
    public const string Since = "since";
    public const string Source = "source";
    public const string Private = "private";
    public const string Topic = "topic";
    public const string Speaker = "speaker";
    public const string Filter = "filter";
    public const string Collections = "collections";
    public const string Sentences = "sentences";
    public const string FollowUps = "follow-ups";
    public const string Gaps = "gaps";
    public const string Quiet = "quiet";
    public const string Ingest = "ingest";
    public const string File = "file";
    public const string Url = "url";

    public const string On = "on";
    public const string Now = "now";
    public const string Subscribe = "subscribe";
    public const string Edit = "edit";
    public const string Time = "time";
    public const string Zone = "zone";
    public const string Days = "days";
    public const string Length = "length";
    public const string Silent = "silent";
    public const string Id = "id";
    public const string Words = "words";

    /// <summary>Written for a list, it takes the list back.</summary>
    public const string All = "all";

    /// <summary>Written for a collection to put articles into, it takes none any more.</summary>
    public const string Off = "off";

    private const int Slash = 1;
    private const int OnMessage = 3;

    private static readonly int[] ServerInstall = [0];
    private static readonly int[] ServersOnly = [0];
    private static readonly int[] Everywhere = [0, 1];

    public static IReadOnlyList<ApplicationCommand> List { get; } =
    [
        Command(Ask, "Answers a question about the briefings, with sources",
            Text(Question, "What you want to know", 1000, required: true),
            Text(Since, "First day to search, like 2020-09-30 or “last Monday”", 100),
            Text(Source, "The outlet to search", 200),
            YesOrNo(Private, "Show the answer to you alone")),
        Command(Quote, "Finds what was said, word for word",
            Text(Topic, "What it is about", 500, required: true),
            Text(Speaker, "Who said it", 200),
            YesOrNo(Private, "Show the quotes to you alone")),
        Command(Sources, "Shows what is indexed and how new it is",
            Text(Filter, "Part of the name of an outlet or collection", 200)),
        Command(Help, "Shows what I can do"),
        Command(Digest, "The news as stories, now or every day", DigestCommands.Subcommands),
        Command(Alert, "Tells you when something arrives", AlertCommands.Subcommands),
        Command(
            Briefing, "Administration of the briefings in this channel",
            new CommandOption
            {
                Type = CommandOptionType.Subcommand,
                Name = Settings,
                Description = "Shows or changes what this channel may see and how answers are given here",
                Options =
                [
                    Text(Collections, $"Collections, with commas between them; “{All}” for the configured ones", 1000),
                    Text(Sources, $"Outlets, with commas between them; “{All}” for all", 1000),
                    Number(Sentences, "Sentences of an answer; 0 for the configured number", 0, AnswerOptions.MostSentences),
                    YesOrNo(FollowUps, "Answer in threads under my answers without a mention"),
                    YesOrNo(Gaps, "Report the server's questions without a good answer here, each week"),
                    Text(Quiet, "Hours in which nothing comes unasked, like 22:00-07:00; “off” for none", 50),
                    Text(Zone, "Time zone of quiet hours and of digests, like Europe/Berlin", 60) with { Autocomplete = true },
                    Text(Ingest, $"The collection for files and links dropped here; “{Off}” to take none", 60),
                ],
            },
            new CommandOption { Type = CommandOptionType.Subcommand, Name = Gaps, Description = "Shows the last seven days' questions that found nothing or were marked wrong" },
            new CommandOption
            {
                Type = CommandOptionType.Subcommand,
                Name = Add,
                Description = "Indexes a file or a link, in a channel that takes articles",
                Options =
                [
                    new CommandOption { Type = CommandOptionType.Attachment, Name = File, Description = "Text, Markdown, a saved page, PDF or JSON lines" },
                    Text(Url, "The address of a page, PDF or text", 2000),
                ],
            }) with
        {
            Contexts = ServersOnly,
            DefaultMemberPermissions = Permissions.ManageChannels.ToString(System.Globalization.CultureInfo.InvariantCulture),
        },
        new()
        {
            Type = OnMessage,
            Name = Check,
            IntegrationTypes = ServerInstall,
            Contexts = Everywhere,
        },
    ];

    private static ApplicationCommand Command(string name, string description, params IReadOnlyList<CommandOption> options) => new()
    {
        Type = Slash,
        Name = name,
        Description = description,
        Options = options.Count > 0 ? options : null,
        IntegrationTypes = ServerInstall,
        Contexts = Everywhere,
    };

    internal static CommandOption Text(string name, string description, int most, bool? required = null) =>
        new() { Type = CommandOptionType.Text, Name = name, Description = description, MaxLength = most, Required = required };

    internal static CommandOption YesOrNo(string name, string description) =>
        new() { Type = CommandOptionType.YesOrNo, Name = name, Description = description };

    internal static CommandOption Subcommand(string name, string description, params IReadOnlyList<CommandOption> options) =>
        new() { Type = CommandOptionType.Subcommand, Name = name, Description = description, Options = options.Count > 0 ? options : null };

    private static CommandOption Number(string name, string description, int least, int most) =>
        new() { Type = CommandOptionType.WholeNumber, Name = name, Description = description, MinValue = least, MaxValue = most };
}
