using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Feedback;
using BriefingBot.CommandLine.Rendering;

namespace BriefingBot.CommandLine;

/// <summary>Reports the questions from the chats that the articles do not answer, or not well.</summary>
internal sealed class GapsVerb : Verb
{
    public GapsVerb()
        : base("gaps", "List questions from the chats that were not answered or were found unhelpful, newest first.", "gaps", "gaps --json") => Add(CommonOptions.Json);

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var gaps = await session.Get<IAnswerStore>().GapsAsync(cancellation);
        if (session.Output.Json) session.Output.Write<IReadOnlyList<GapJson>>([.. gaps.Select(GapJson.Of)], json => json.IReadOnlyListGapJson);
        else Print(session, gaps);
        return ExitCode.Done;
    }

    private static void Print(Session session, IReadOnlyList<Gap> gaps)
    {
        var console = session.Output.Result;
        if (gaps.Count == 0) console.Line("No gaps: every question was answered, and none of the answers was found unhelpful.");
        foreach (var gap in gaps)
        {
            console.Line(gap.Question);
            console.Line(GapJson.Of(gap).Summary(), Styles.Dim, indent: 2);
        }
    }
}
