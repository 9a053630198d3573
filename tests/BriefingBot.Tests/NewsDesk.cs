using BriefingBot.Answering;
using BriefingBot.Answering.Synthesis;
using BriefingBot.Articles;
using BriefingBot.Chat.Uploads;
using BriefingBot.Digests;
using BriefingBot.Indexing;
using BriefingBot.LuceneIndex;
using BriefingBot.Quotes;
using BriefingBot.Retrieval;
using BriefingBot.SqliteStore;
using BriefingBot.Tests.SqliteStore;

namespace BriefingBot.Tests;

/// <summary>A few articles in a real store and a real index, and the engine on top of them.</summary>
internal sealed class NewsDesk : IDisposable
{
    /// <summary>Shortly after the articles that the tests write.</summary>
    public static readonly DateTimeOffset Now = new(2024, 3, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly TempDataFolder _temp = new();
    private readonly SqliteArticleLibrary _library;
    private readonly LucenePassageSearch _search;

    public NewsDesk(params Article[] articles)
    {
        using (var store = _temp.OpenStore())
        using (var index = new LucenePassageWriter(_temp.Folder.Index))
        {
            store.Put(articles);
            using (var transaction = store.Begin())
            {
                transaction.SetCopyGroups(CopyGroups.Find(store.Signatures(), CancellationToken.None));
                transaction.Commit();
            }

            foreach (var change in store.ChangesAfter(0, CancellationToken.None)) index.Add(change.Key, change.Article!, change.Passages);
            index.Commit(store.Sequence);
        }

        _library = _temp.OpenLibrary();
        _search = new LucenePassageSearch(_temp.Folder.Index);
        Scopes = new ScopeReader(_library);
        Retriever = new PassageRetriever(_search, _library);
    }

    public IArticleLibrary Library => _library;

    public IPassageSearch Search => _search;

    public ScopeReader Scopes { get; }

    public PassageRetriever Retriever { get; }

    public DigestWriter Digests => new(_library, _search, Scopes);

    public QuoteFinder Quotes => new(Retriever, Scopes);

    public QuestionAnswerer Answerer(AnswerOptions? options = null, ILanguageModel? model = null, SynthesisOptions? synthesis = null, TimeProvider? time = null) => new(
        Retriever, Scopes, options ?? new AnswerOptions(),
        model is null ? null : new SynthesisWriter(model, Retriever, synthesis ?? new SynthesisOptions(), time ?? TimeProvider.System));

    public ValueTask<Answer> AskAsync(string question, AnswerOptions? options = null) =>
        AskAsync(new Question(question, Now), options);

    public ValueTask<Answer> AskAsync(Question question, AnswerOptions? options = null) =>
        Answerer(options).AnswerAsync(question, CancellationToken.None);

    public static Article Article(string id, string title, string day, string source, params string[] paragraphs)
    {
        var text = string.Join("\n\n", paragraphs);
        var start = 0;
        var blocks = new List<Block>();
        foreach (var paragraph in paragraphs)
        {
            blocks.Add(new Block(new TextSpan(start, start + paragraph.Length), BlockKind.Body));
            start += paragraph.Length + 2;
        }

        var date = day.Length == 0 ? (DateOnly?)null : DateOnly.ParseExact(day, "yyyy-MM-dd", null);
        return new Article
        {
            Id = ArticleId.Parse(id),
            Title = title,
            Source = source,
            Published = date is { } d ? ArticleDate.OfDay(d.Year, d.Month, d.Day) : null,
            Text = text,
            Blocks = blocks,
        };
    }

    /// <summary>Stores and indexes articles, near-copies grouped, as the writing process does.</summary>
    public void Add(params Article[] articles)
    {
        using var store = _temp.OpenStore();
        using var index = new LucenePassageWriter(_temp.Folder.Index);
        store.Put(articles);
        using (var transaction = store.Begin())
        {
            transaction.SetCopyGroups(CopyGroups.Find(store.Signatures(), CancellationToken.None));
            transaction.Commit();
        }

        foreach (var change in store.ChangesAfter(index.Sequence, CancellationToken.None))
        {
            if (change.Article is null) index.Remove(change.Key);
            else index.Add(change.Key, change.Article, change.Passages);
        }

        index.Commit(store.Sequence);
    }

    /// <summary>
    /// Plays the writing process: stores and indexes one article after the other, each searchable at once, until
    /// cancelled.
    /// </summary>
    /// <returns>How many there were.</returns>
    public int KeepAdding(Func<int, Article> article, CancellationToken cancellation)
    {
        using var store = _temp.OpenStore();
        using var index = new LucenePassageWriter(_temp.Folder.Index);
        for (var number = 0; ; number++)
        {
            if (cancellation.IsCancellationRequested) return number;
            store.Put(article(number));
            foreach (var change in store.ChangesAfter(index.Sequence, CancellationToken.None)) index.Add(change.Key, change.Article!, change.Passages);
            index.Commit(store.Sequence);
        }
    }

    /// <summary>Plays the writing process: changes articles, in the store only.</summary>
    public void Change(params Action<IStoreTransaction>[] changes)
    {
        using var store = _temp.OpenStore();
        using var transaction = store.Begin();
        foreach (var change in changes) change(transaction);
        transaction.Commit();
    }

    /// <summary>A turn of writing for uploads, as the writing process has it.</summary>
    public async Task<IReadOnlyList<TakenUpload>> TakeUpAsync(UploadFolder folder, IReadOnlyList<StagedUpload> uploads, TimeProvider time, CancellationToken cancellation)
    {
        using var store = _temp.OpenStore();
        using var index = new LucenePassageWriter(_temp.Folder.Index);
        return await new UploadIntake(folder, store, new IndexingPipeline(List, ArticleReaders.All.Read, store, index, time)).TakeAsync(uploads, cancellation);
    }

    private static RootListing List(string root, CancellationToken cancellation)
    {
        var contents = ArticleFolder.List(root, ArticleReaders.All, cancellation);
        return new RootListing(true, contents.Files, contents.Problems);
    }

    public void Dispose()
    {
        _search.Dispose();
        _library.Dispose();
        _temp.Dispose();
    }
}
