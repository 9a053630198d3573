using BriefingBot.Answering;
using BriefingBot.Answering.Synthesis;
using BriefingBot.Articles;
using BriefingBot.Chat;
using BriefingBot.Chat.Alerts;
using BriefingBot.Chat.ArticleChanges;
using BriefingBot.Chat.Conversations;
using BriefingBot.Chat.Corrections;
using BriefingBot.Chat.Feedback;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Subscriptions;
using BriefingBot.Chat.Uploads;
using BriefingBot.Chat.Working;
using BriefingBot.Feeds;
using BriefingBot.Feeds.Fetching;
using BriefingBot.SqliteStore.Chat;
using BriefingBot.Tests.Answering;
using BriefingBot.Tests.SqliteStore;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Chat;

/// <summary>The chat core on a real store and a real engine, with a fake platform and clock.</summary>
internal sealed class ChatDesk : IDisposable
{
    public static readonly ChatPlace Channel = new("fake", "town", "news");

    private readonly TempDataFolder _temp = new();
    private readonly NewsDesk _news;
    private readonly Func<IInboxStore, IInboxStore> _decorate;
    private readonly Func<ISubscriptionStore, ISubscriptionStore> _decorateSubscriptions;
    private readonly Func<ICorrectionStore, ICorrectionStore> _decorateCorrections;
    private readonly Func<IAlertStore, IAlertStore> _decorateAlerts;
    private readonly Func<IChangeLedger, IChangeLedger> _decorateLedger;

    private WebFetcher? _web;
    private int _events;

    public ChatDesk(
        ChatOptions? options = null, IReadOnlyList<Article>? articles = null, Func<IInboxStore, IInboxStore>? decorate = null, ILanguageModel? model = null,
        Func<ISubscriptionStore, ISubscriptionStore>? decorateSubscriptions = null, Func<IAlertStore, IAlertStore>? decorateAlerts = null, Func<IChangeLedger, IChangeLedger>? decorateLedger = null,
        Func<ICorrectionStore, ICorrectionStore>? decorateCorrections = null)
    {
        _news = articles is null ? Harbour.Desk() : new NewsDesk([.. articles]);
        Options = options ?? new ChatOptions();
        Model = model;
        _decorate = decorate ?? (store => store);
        _decorateSubscriptions = decorateSubscriptions ?? (store => store);
        _decorateCorrections = decorateCorrections ?? (store => store);
        _decorateAlerts = decorateAlerts ?? (store => store);
        _decorateLedger = decorateLedger ?? (ledger => ledger);
        Start();
    }

    public NewsDesk News => _news;

    public ChatOptions Options { get; }

    public ILanguageModel? Model { get; }

    public FakeTimeProvider Time { get; } = new(NewsDesk.Now);

    /// <summary>For the next start.</summary>
    public AlertsOptions AlertsOptions { get; set; } = new();

    public IAlertStore Alerts { get; private set; } = null!;

    public AlertScheduler AlertScheduler { get; private set; } = null!;

    public ArticleChangeFollower Follower { get; private set; } = null!;

    /// <summary>Stores and indexes articles, as another process would.</summary>
    public void Publish(params Article[] articles) => _news.Add(articles);

    public ChatDatabase Database { get; private set; } = null!;

    public FakePlatform Platform { get; set; } = new();

    public IInboxStore Store { get; private set; } = null!;

    public SqliteAnswerStore Answers { get; private set; } = null!;

    public ChatInbox Inbox { get; private set; } = null!;

    public ChatWorker Worker { get; private set; } = null!;

    public ISubscriptionStore Subscriptions { get; private set; } = null!;

    public DigestScheduler Scheduler { get; private set; } = null!;

    public ICorrectionStore Corrections { get; private set; } = null!;

    /// <summary>For the next start.</summary>
    public TimeSpan ProgressAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Who may add articles, and the files that the platform keeps.</summary>
    public FakeIngestPlatform Ingest { get; } = new();

    /// <summary>How links are fetched; for the next start.</summary>
    public FeedsOptions Feeds { get; set; } = new() { DelaySeconds = 0 };

    /// <summary>Called once uploads are in the index.</summary>
    public Action TookUp { get; set; } = () => { };

    public string Uploads => _temp.Folder.Uploads;

    public List<ChatTrouble> Troubles { get; } = [];

    /// <summary>As after a kill: nothing is left but what is stored.</summary>
    public void Restart()
    {
        Database.Dispose();
        Start();
    }

    public IncomingMessage Message(ChatRequest request, string user = "ann", ChatPlace? place = null, string? key = null) => new()
    {
        EventKey = key ?? $"fake:{++_events}",
        Place = place ?? Channel,
        User = user,
        Request = request,
        ReceivedAt = Time.GetUtcNow(),
    };

    /// <summary>Hands a message in and gives back what was seen of the reply.</summary>
    public async Task<ChatReply> SayAsync(IncomingMessage message)
    {
        Assert.Equal(Acceptance.Accepted, await Inbox.AcceptAsync(message, default));
        await RunAsync();
        return Platform.Seen.Values.Last(seen => seen.Message.EventKey == message.EventKey).Reply;
    }

    public Task<ChatReply> SayAsync(ChatRequest request, string user = "ann", ChatPlace? place = null) => SayAsync(Message(request, user, place));

    /// <summary>Works until nothing is due.</summary>
    public async Task RunAsync()
    {
        while (await Worker.RunOnceAsync(default))
        {
        }
    }

    public Task<ChatReply> PressAsync(ChatReply reply, ButtonAction action, string user = "ann", ChatPlace? place = null) =>
        SayAsync(new ButtonPress(reply.Buttons.Single(b => b.Action == action).Id), user, place);

    public Task<ChatReply> SetAsync(SettingsRequest settings, ChatPlace? place = null) =>
        SayAsync(Message(settings, place: place) with { IsAdministrator = true });

    public void Dispose()
    {
        Follower.Dispose();
        _web?.Dispose();
        Inbox.Dispose();
        Database.Dispose();
        _temp.Dispose();
        _news.Dispose();
    }

    private void Start()
    {
        Database = ChatDatabase.Open(_temp.Folder);
        Answers = new SqliteAnswerStore(Database);
        Store = _decorate(new SqliteInboxStore(Database));
        Inbox?.Dispose();
        Inbox = new ChatInbox(Store, Options);
        Subscriptions = _decorateSubscriptions(new SqliteSubscriptionStore(Database));
        Corrections = _decorateCorrections(new SqliteCorrectionStore(Database));
        Scheduler = new DigestScheduler(Subscriptions, Answers, Inbox, Time) { Report = Troubles.Add };
        Alerts = _decorateAlerts(new SqliteAlertStore(Database));
        var ledger = _decorateLedger(new SqliteChangeLedger(Database));
        var queries = new AlertQueries(_news.Scopes, _news.Search, Time);
        Follower?.Dispose();
        Follower = new ArticleChangeFollower(_news.Library, ledger, [new AlertWatch(_news.Library, Alerts, queries, Views(), AlertsOptions, Time)], Inbox, Time);
        AlertScheduler = new AlertScheduler(Alerts, ledger, _news.Library, new ChannelQuiet(Answers), Inbox, AlertsOptions, Time) { Report = Troubles.Add };
        Worker = new ChatWorker(Store, Inbox, Responder(), new ChannelQuiet(Answers), [Platform], Options, Time) { Report = Troubles.Add, ProgressAfter = ProgressAfter };
    }

    private ChannelViews Views() => new(Answers, Options, new AnswerOptions());

    private ChatResponder Responder()
    {
        var views = Views();
        var queries = new AlertQueries(_news.Scopes, _news.Search, Time);
        var alerts = new AlertResponder(Alerts, queries, new AlertRehearsal(_news.Retriever, _news.Scopes, queries, views, Time), views, AlertsOptions);
        var composer = new AnswerComposer(_news.Answerer(model: Model, time: Time));
        var digests = new DigestResponder(_news.Digests, Subscriptions, views, Time);
        return new ChatResponder(
            new AskResponder(new ConversationMemory(Answers), new FollowUpReader(new SynthesisOptions(), Time, Model), composer, views, _news.Library, alerts),
            new QuoteResponder(_news.Quotes, views),
            new LibraryResponder(_news.Library, views),
            new SettingsResponder(_news.Library, views, Options),
            new ButtonResponder(Answers, composer, views, _news.Library, alerts),
            digests,
            new SubscriptionResponder(Subscriptions, digests, views, _news.Library, Options),
            alerts,
            new DueAlertResponder(_news.Library, _news.Search, Alerts, queries, views),
            new CorrectionResponder(Corrections, new CitationFollower(_news.Library), views),
            new GapReportResponder(new SqliteGapReportStore(Database), new GapReportOptions()),
            IngestResponder(views));
    }

    private IngestResponder IngestResponder(ChannelViews views)
    {
        _web?.Dispose();
        _web = new WebFetcher(Feeds, GuardedConnections.ResolveBySystemAsync, Time);
        var (options, folder) = (new UploadsOptions(), new UploadFolder(Uploads, ArticleReaders.All));
        return new IngestResponder(new UploadFetcher(_web, new Robots(_web, Time), ArticleReaders.All, options), folder, [Ingest], views, _news.Library, options, Time)
        {
            TakeUp = async (uploads, stop) =>
            {
                var taken = await _news.TakeUpAsync(folder, uploads, Time, stop);
                TookUp();
                return taken;
            },
        };
    }
}
