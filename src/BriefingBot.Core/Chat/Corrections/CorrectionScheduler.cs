using System.Globalization;
using BriefingBot.Articles;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Working;

namespace BriefingBot.Chat.Corrections;

/// <summary>
/// Puts a correction into the inbox for each answer that cites an article which changed and has come to rest. What the change
/// means for the answer is looked at when the correction is composed; most are nothing to tell.
/// </summary>
public sealed class CorrectionScheduler(ICorrectionStore store, IArticleLibrary library, ChatInbox inbox, CorrectionOptions options, TimeProvider time)
{
    /// <summary>
    /// More articles than this that go at a time are a folder that was moved or a disk that is away, and no withdrawals by
    /// their publishers: nothing is told of them.
    /// </summary>
    internal const int MostWithdrawn = 10;

    /// <summary>From this many on, as many as are left are too many as well.</summary>
    internal const int LeastMass = 3;

    /// <summary>What goes within this long goes at a time; processes see it piece by piece.</summary>
    internal static readonly TimeSpan AtATime = TimeSpan.FromHours(1);

    /// <summary>Answers of one place that are corrected at a time, the newest: a much asked question is not to fill its channel.</summary>
    internal const int MostOfAPlace = 5;

    /// <summary>Changes come from the follower and from other processes.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    /// <summary>Told what goes wrong; set it before running.</summary>
    public Action<ChatTrouble> Report { get; set; } = _ => { };

    /// <summary>Works until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellation) => options.Days == 0
        ? Task.Delay(Timeout.InfiniteTimeSpan, time, cancellation)
        : Rounds.RunAsync(LookAsync, Between, trouble => Report(trouble), "Corrections cannot be looked for", time, cancellation);

    private async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        await TakeSettledAsync(cancellation);
        return Between;
    }

    internal async Task TakeSettledAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var settled = await store.SettledAsync(now - options.Settled, now - options.SettledAtLatest, cancellation);
        if (settled.Count == 0) return;
        var told = new List<ChangedArticle>();
        foreach (var article in settled)
        {
            if (!article.IsWithdrawn || !await IsOneOfManyAsync(article, cancellation)) told.Add(article);
        }

        var citing = await store.CitingAsync([.. told.Select(a => a.Id)], now - TimeSpan.FromDays(options.Days), cancellation);
        var messages = citing.Where(c => MayBeCorrected(c.Answer)).GroupBy(c => c.Answer.Place).SelectMany(g => g.Take(MostOfAPlace)).Select(c => Message(c, told, now)).ToList();
        if (!await store.TakeAsync(settled, messages, now, cancellation)) return;
        if (messages.Count > 0) inbox.Wake();
        if (settled.Count - told.Count is > 0 and var held) Report(new ChatTrouble("", $"{held} articles went at a time, as when a folder is moved or a disk is away; answers that cite them are not corrected."));
    }

    private async ValueTask<bool> IsOneOfManyAsync(ChangedArticle article, CancellationToken cancellation)
    {
        var withdrawn = await store.CountWithdrawnAsync(article.Last - AtATime, article.Last + AtATime, cancellation);
        return withdrawn > MostWithdrawn || (withdrawn >= LeastMass && withdrawn >= (await library.DescribeAsync(ArticleFilter.Everything, cancellation)).Articles);
    }

    /// <summary>What only one person saw is kept nowhere that a correction could stand by. A story that was opened shows no sentences.</summary>
    private static bool MayBeCorrected(AnswerRecord answer) => (!answer.Private || answer.Place.Workspace.Length == 0) && answer.StoryArticles.Count == 0;

    private static IncomingMessage Message(CitingAnswer citing, List<ChangedArticle> changed, DateTimeOffset now)
    {
        var articles = changed.Where(a => citing.Articles.Contains(a.Id)).ToList();
        return new IncomingMessage
        {
            EventKey = string.Create(CultureInfo.InvariantCulture, $"correction:{citing.Answer.Id}:{articles.Max(a => a.Sequence)}"),
            Place = citing.Answer.Place,
            User = citing.Answer.User,
            Request = new DueCorrection(citing.Answer.Id, [.. articles.Select(a => new SettledArticle(a.Id.Value, a.Last))]),
            ReceivedAt = now,
            RepliesTo = citing.MessageId,
        };
    }
}
