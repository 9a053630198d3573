using BriefingBot.Articles;
using BriefingBot.Chat.ArticleChanges;
using BriefingBot.Chat.Corrections;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.SqliteStore.Chat;
using BriefingBot.Tests.Answering;
using BriefingBot.Tests.SqliteStore;

namespace BriefingBot.Tests.Chat.Corrections;

/// <summary>A chat desk whose articles are changed while their changes are followed.</summary>
internal static class CorrectionDesk
{
    public const string Question = "What will the tram of Tarvik cost?";

    /// <summary>What the answer to <see cref="Question"/> cites.</summary>
    public const string Cost = "The tram of Tarvik will cost 40 million crowns, the council said.";

    public static readonly CorrectionOptions Options = new();

    public static readonly Article Tram = TramSaying(Cost);

    /// <summary>The tram's article with another sentence in the place of <see cref="Cost"/>.</summary>
    public static Article TramSaying(string sentence) => NewsDesk.Article(
        "tram", "Karlsund board backs new line", "2024-03-18", "Coast Ledger", "There was a long debate on Monday, and 300 people came.", $"{sentence} It rained all day.".TrimStart());

    public static string CostOf(string crowns) => $"The tram of Tarvik will cost {crowns} million crowns, the council said.";

    /// <summary>What was there before is no news: changes count from here on.</summary>
    public static async Task<ChatDesk> MakeAsync(params Article[] more)
    {
        var desk = new ChatDesk(articles: [Tram, Harbour.Bridge, Harbour.BridgeElsewhere, Harbour.Herring, .. more]);
        await desk.FollowAsync();
        return desk;
    }

    public static void Put(this ChatDesk desk, Article article) => desk.News.Change(t => t.Put(Sample.Version(article)));

    public static void Withdraw(this ChatDesk desk, params string[] ids) => desk.News.Change([.. ids.Select(id => (Action<BriefingBot.Indexing.IStoreTransaction>)(t => t.Withdraw(ArticleId.Parse(id))))]);

    /// <summary>Sees to what has changed.</summary>
    public static async Task FollowAsync(this ChatDesk desk, IChangeLedger? ledger = null)
    {
        using var follower = new ArticleChangeFollower(
            desk.News.Library, ledger ?? new SqliteChangeLedger(desk.Database), [new ChangedArticleObserver(Options, desk.Time)], desk.Inbox, desk.Time);
        while (await follower.FollowAsync(default))
        {
        }
    }

    /// <summary>Lets time pass, sees to what has changed and tells what is at rest.</summary>
    public static async Task PassAsync(this ChatDesk desk, double minutes, CorrectionOptions? options = null)
    {
        await desk.FollowAsync();
        desk.Time.Advance(TimeSpan.FromMinutes(minutes));
        await desk.TellAsync(options);
    }

    public static async Task TellAsync(this ChatDesk desk, CorrectionOptions? options = null)
    {
        await desk.Scheduling(options).TakeSettledAsync(default);
        await desk.RunAsync();
    }

    public static CorrectionScheduler Scheduling(this ChatDesk desk, CorrectionOptions? options = null) =>
        new(desk.Corrections, desk.News.Library, desk.Inbox, options ?? Options, desk.Time) { Report = desk.Troubles.Add };

    public static List<ChatReply> Told(this ChatDesk desk) => [.. desk.Platform.Seen.Values.Where(s => s.Message.Request is DueCorrection).Select(s => s.Reply)];
}
