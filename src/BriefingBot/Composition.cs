using BriefingBot.Answering;
using BriefingBot.Answering.Synthesis;
using BriefingBot.Articles;
using BriefingBot.Chat.Alerts;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.ArticleChanges;
using BriefingBot.Chat.Connecting;
using BriefingBot.Chat.Conversations;
using BriefingBot.Chat.Corrections;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Feedback;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Subscriptions;
using BriefingBot.Chat.Uploads;
using BriefingBot.Chat.Working;
using BriefingBot.Digests;
using BriefingBot.Discord;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Rest;
using BriefingBot.Feeds;
using BriefingBot.Feeds.Fetching;
using BriefingBot.Hosting;
using BriefingBot.Indexing;
using BriefingBot.LuceneIndex;
using BriefingBot.Quotes;
using BriefingBot.Retrieval;
using BriefingBot.SemanticKernel;
using BriefingBot.SemanticKernel.Limits;
using BriefingBot.Slack;
using BriefingBot.Slack.SocketMode;
using BriefingBot.Slack.WebApi;
using BriefingBot.SqliteStore;
using BriefingBot.SqliteStore.Chat;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot;

/// <summary>Chooses the adapters and puts the parts together; the only place that does.</summary>
public static class Composition
{
    public static IServiceCollection AddBriefingBot(this IServiceCollection services) => services
        .AddSettings()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(provider => DataFolder.At(provider.GetRequiredService<DataOptions>().Folder))
        .AddReading()
        .AddWriting()
        .AddFeeds()
        .AddChat()
        .AddUploads()
        .AddLanguageModel()
        .AddPlatforms()
        .AddDiscord()
        .AddSlack();

    /// <summary>For questions: any number of processes at a time.</summary>
    private static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddSingleton(provider => SqliteArticleLibrary.Open(provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IArticleLibrary>(provider => provider.GetRequiredService<SqliteArticleLibrary>())
        .AddSingleton(provider => SearchIndex.Open(provider.GetRequiredService<DataFolder>()))
        .AddSingleton<IPassageSearch>(provider => provider.GetRequiredService<LucenePassageSearch>())
        .AddSingleton<ScopeReader>()
        .AddSingleton<PassageRetriever>()
        .AddSingleton(provider => new FollowUpReader(
            provider.GetRequiredService<SynthesisOptions>(), provider.GetRequiredService<TimeProvider>(), provider.GetService<ILanguageModel>())
        {
            Report = provider.GetRequiredService<SynthesisLog>().NoteFollowUp,
        })
        .AddSingleton(provider => new QuestionAnswerer(
            provider.GetRequiredService<PassageRetriever>(),
            provider.GetRequiredService<ScopeReader>(),
            provider.GetRequiredService<AnswerOptions>(),
            // A model is optional: without one, answers are the articles' own sentences.
            provider.GetService<ILanguageModel>() is { } model ? Writer(provider, model) : null))
        .AddSingleton<QuoteFinder>()
        .AddSingleton<DigestWriter>();

    /// <summary>
    /// For indexing: one scope is one turn of writing. It takes the data folder's lock with its first service and lets
    /// go of it when it is disposed, last of all.
    /// </summary>
    private static IServiceCollection AddWriting(this IServiceCollection services) => services
        .AddSingleton(ArticleReaders.All)
        .AddSingleton<ListFiles>(provider => (root, cancellation) => List(root, provider.GetRequiredService<ArticleReaders>(), cancellation))
        .AddSingleton<ReadFile>(provider => provider.GetRequiredService<ArticleReaders>().Read)
        .AddScoped(provider => SqliteArticleStore.Open(provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<TimeProvider>()))
        .AddScoped<IArticleStore>(provider => provider.GetRequiredService<SqliteArticleStore>())
        .AddScoped<IFeedStore>(provider => provider.GetRequiredService<SqliteArticleStore>())
        .AddScoped<IPassageIndexWriter>(provider => new LucenePassageWriter(provider.GetRequiredService<DataFolder>().Index))
        .AddScoped(provider => new IndexingPipeline(
            provider.GetRequiredService<ListFiles>(),
            provider.GetRequiredService<ReadFile>(),
            // The store first: its lock guards the index too.
            provider.GetRequiredService<IArticleStore>(),
            provider.GetRequiredService<IPassageIndexWriter>(),
            provider.GetRequiredService<TimeProvider>()));

    /// <summary>Fetching needs no lock; storing is a part of a turn of writing.</summary>
    private static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .AddSingleton<IFeedLibrary, SqliteFeedLibrary>()
        .AddSingleton<AddressRules>()
        .AddSingleton<ResolveHost>(GuardedConnections.ResolveBySystemAsync)
        .AddSingleton<WebFetcher>()
        .AddSingleton<Robots>()
        .AddSingleton(provider => new FeedSchedule(provider.GetRequiredService<FeedsOptions>(), provider.GetRequiredService<TimeProvider>(), Random.Shared))
        .AddSingleton<FeedItemReader>()
        .AddSingleton<FeedFetcher>()
        .AddScoped<FeedIntake>();

    /// <summary>For chat platforms, which add themselves as <see cref="IChatPlatform"/>. Nothing runs until <see cref="ChatWorker.RunAsync"/>.</summary>
    private static IServiceCollection AddChat(this IServiceCollection services) => services
        .AddSingleton(provider => ChatDatabase.Open(provider.GetRequiredService<DataFolder>()))
        .AddSingleton<IInboxStore, SqliteInboxStore>()
        .AddSingleton<SqliteAnswerStore>()
        .AddSingleton<IAnswerStore>(provider => provider.GetRequiredService<SqliteAnswerStore>())
        .AddSingleton<IChannelSettingsStore>(provider => provider.GetRequiredService<SqliteAnswerStore>())
        .AddSingleton<ISubscriptionStore, SqliteSubscriptionStore>()
        .AddSingleton<IAlertStore, SqliteAlertStore>()
        .AddSingleton<ChannelViews>()
        .AddSingleton<ChannelQuiet>()
        .AddSingleton<ConversationMemory>()
        .AddSingleton<AnswerComposer>()
        .AddSingleton<AskResponder>()
        .AddSingleton<QuoteResponder>()
        .AddSingleton<LibraryResponder>()
        .AddSingleton<SettingsResponder>()
        .AddSingleton<ButtonResponder>()
        .AddSingleton<DigestResponder>()
        .AddSingleton<SubscriptionResponder>()
        .AddSingleton<ICorrectionStore, SqliteCorrectionStore>()
        .AddSingleton<CitationFollower>()
        .AddSingleton<CorrectionResponder>()
        .AddSingleton<IGapReportStore, SqliteGapReportStore>()
        .AddSingleton<GapReportResponder>()
        .AddSingleton<GapReportScheduler>()
        .AddSingleton<AlertQueries>()
        .AddSingleton<AlertRehearsal>()
        .AddSingleton<AlertResponder>()
        .AddSingleton<DueAlertResponder>()
        .AddSingleton<ChatResponder>()
        .AddSingleton<ChatInbox>()
        .AddSingleton<ChatWorker>()
        .AddSingleton<DigestScheduler>()
        .AddSingleton<CorrectionScheduler>()
        .AddSingleton<IChangeObserver, ChangedArticleObserver>()
        .AddSingleton<IChangeLedger, SqliteChangeLedger>()
        .AddSingleton<IChangeObserver, AlertWatch>()
        .AddSingleton<ArticleChangeFollower>()
        .AddSingleton<AlertScheduler>()
        .AddSingleton<ChatRetention>();

    /// <summary>For channels that take articles. Each platform adds itself as <see cref="IIngestPlatform"/>.</summary>
    private static IServiceCollection AddUploads(this IServiceCollection services) => services
        .AddSingleton(_ => new FileDownload(FileDownload.CreateHandler()))
        .AddSingleton(provider => new UploadFolder(provider.GetRequiredService<DataFolder>().Uploads, provider.GetRequiredService<ArticleReaders>()))
        .AddSingleton<UploadFetcher>()
        .AddSingleton<IngestResponder>()
        .AddScoped<UploadIntake>();

    /// <summary>Null without a provider, and then nothing of Semantic Kernel is loaded: take it as an optional service.</summary>
    private static IServiceCollection AddLanguageModel(this IServiceCollection services) => services
        .AddSingleton<SqliteTokenLedger>()
        .AddSingleton<TokenBudget>()
        .AddSingleton<SynthesisLog>()
        .AddSingleton<LanguageModelHealth>()
        .AddSingleton<ILanguageModel>(provider =>
            provider.GetRequiredService<LlmOptions>().IsOn ? ActivatorUtilities.CreateInstance<SemanticKernelModel>(provider) : null!);

    /// <summary>One client for the process; its own time limits are set for each request, and it logs no addresses, which hold tokens.</summary>
    private static IServiceCollection AddPlatforms(this IServiceCollection services) => services
        .AddLogging(logging => logging.AddSimpleConsole(o => o.SingleLine = true).AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace))
        .AddSingleton(_ => new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan });

    private static IServiceCollection AddDiscord(this IServiceCollection services) => services
        .AddSingleton<DiscordRest>()
        .AddSingleton<DiscordBot>()
        .AddSingleton(provider => provider.GetRequiredService<DiscordBot>().Platform)
        .AddSingleton(provider => provider.GetRequiredService<DiscordBot>().Ingest)
        .AddSingleton<IGatewaySessionStore, SqliteGatewaySessionStore>()
        .AddSingleton<IDiscordConnection, GatewayClient>()
        .AddSingleton<IChatAdapter, DiscordAdapter>();

    private static IServiceCollection AddSlack(this IServiceCollection services) => services
        .AddSingleton<SlackWebApi>()
        .AddSingleton<SlackBot>()
        .AddSingleton(provider => provider.GetRequiredService<SlackBot>().Platform)
        .AddSingleton(provider => provider.GetRequiredService<SlackBot>().Ingest)
        .AddSingleton<ISlackConnection, SocketModeClient>()
        .AddSingleton<IChatAdapter, SlackAdapter>();

    private static SynthesisWriter Writer(IServiceProvider provider, ILanguageModel model) => new(
        model, provider.GetRequiredService<PassageRetriever>(), provider.GetRequiredService<SynthesisOptions>(), provider.GetRequiredService<TimeProvider>())
    {
        Report = provider.GetRequiredService<SynthesisLog>().Note,
    };

    private static RootListing List(string root, ArticleReaders readers, CancellationToken cancellation)
    {
        var contents = ArticleFolder.List(root, readers, cancellation);
        // A root that could not be listed at all says nothing about what is gone from it.
        return new RootListing(contents.Complete || contents.Files.Count > 0, contents.Files, contents.Problems);
    }
}
