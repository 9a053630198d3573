using System.CommandLine;
using BriefingBot.Answering;
using BriefingBot.Answering.Synthesis;
using BriefingBot.Chat.Requests;
using BriefingBot.CommandLine.Rendering;
using BriefingBot.Retrieval;
using Microsoft.Extensions.Configuration;
using Spectre.Console;

namespace BriefingBot.CommandLine;

/// <summary>A conversation: questions may lean on the ones before them.</summary>
internal sealed class ChatVerb : Verb
{
    private const string Prompt = "> ";

    private static readonly string[] Farewells = ["exit", "quit", "bye"];

    private readonly QuestionOptions _scope = new();
    private readonly LengthOptions _length = new();
    private readonly Option<ChatLook> _as = new("--as") { Description = "Show replies as they look on a chat platform", HelpName = "terminal|discord|slack" };

    public ChatVerb()
        : base(
            "chat",
            "Ask several questions in a row, one a line; \"and in Tunisia?\" is understood. Ends with exit, Ctrl+D or Ctrl+C.",
            "chat",
            "chat --since 2020-10-01",
            "chat --as slack",
            "chat < questions.txt")
    {
        _scope.AddTo(this);
        _length.AddTo(this);
        Add(_as);
    }

    protected override IEnumerable<KeyValuePair<string, string?>> Settings(ParseResult parsed, IConfiguration configured) => _length.Settings(parsed);

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        await session.RefreshAsync(TimeSpan.Zero, cancellation);
        try
        {
            await TalkAsync(session, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ctrl+C is how people leave a conversation.
            session.Output.Result.WriteLine();
        }

        return ExitCode.Done;
    }

    private async Task TalkAsync(Session session, CancellationToken cancellation)
    {
        var (console, interactive) = (session.Output.Result, !Console.IsInputRedirected);
        if (interactive) console.Line("Ask away; exit ends the conversation.", Styles.Dim);
        var conversation = Conversation.Empty;
        while (true)
        {
            if (interactive) console.Write(Prompt);
            // Console.In blocks even when asked asynchronously; on another thread it does not hold up Ctrl+C.
            var line = await Task.Run(Console.In.ReadLine, CancellationToken.None).WaitAsync(cancellation);
            if (line is null || Farewells.Contains(line.Trim(), StringComparer.OrdinalIgnoreCase)) return;
            if (string.IsNullOrWhiteSpace(line)) continue;
            conversation = await ReplyAsync(session, conversation, line.Trim(), cancellation);
            console.WriteLine();
        }
    }

    private async Task<Conversation> ReplyAsync(Session session, Conversation conversation, string text, CancellationToken cancellation)
    {
        var understood = await session.Get<FollowUpReader>().UnderstandAsync(conversation, text, user: "", cancellation);
        if (understood != text) session.Output.Result.Line($"(understood as: {understood})", Styles.Dim);
        var question = _scope.Read(session.Arguments, understood, session.Get<TimeProvider>());
        var answer = await session.Get<QuestionAnswerer>().AnswerAsync(question, cancellation);
        Show(session, question, answer);
        return conversation.After(understood, answer);
    }

    private void Show(Session session, Question question, Answer answer)
    {
        var console = session.Output.Result;
        var look = session.Arguments.GetValue(_as);
        if (look == ChatLook.Terminal)
        {
            console.Print(answer);
            return;
        }

        var reply = AnswerComposer.Show(question, answer);
        var pictures = look == ChatLook.Discord
            ? Discord.Rendering.ReplyRenderer.Render(reply).Select(DiscordPicture.Of)
            : Slack.Rendering.ReplyRenderer.Render(reply).Select(SlackPicture.Of);
        foreach (var picture in pictures) picture.Print(console);
    }
}

/// <summary>Whose look replies are shown in.</summary>
internal enum ChatLook
{
    Terminal,
    Discord,
    Slack,
}
