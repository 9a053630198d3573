using System.Globalization;
using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Passages;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace BriefingBot.LuceneIndex;

/// <summary>Writes the search index. A damaged index is thrown away: the store can always make it again.</summary>
public sealed class LucenePassageWriter : IPassageIndexWriter
{
    /// <summary>Counts up when fields or analysis change, so that an old index is made again.</summary>
    public const int Format = 2;

    private const string SequenceKey = "sequence";
    private const string FormatKey = "format";

    /// <summary>Flushed segments stay large, and memory well under what the whole process may use.</summary>
    public const double BufferMegabytes = 96;

    private readonly Lucene.Net.Store.Directory _directory;
    private readonly ThreadLocal<PassageDocument> _documents = new(() => new PassageDocument());
    private readonly IndexWriter _writer;

    public LucenePassageWriter(string folder)
    {
        _directory = FSDirectory.Open(folder);
        Sequence = CommittedSequence(_directory);
        _writer = Sequence == 0 ? Create() : Open(OpenMode.APPEND);
    }

    public long Sequence { get; private set; }

    /// <summary>The change number a readable index of this format stands at, else 0.</summary>
    public static long CommittedSequence(Lucene.Net.Store.Directory directory)
    {
        try
        {
            if (!DirectoryReader.IndexExists(directory)) return 0;
            using var reader = DirectoryReader.Open(directory);
            var notes = reader.IndexCommit.UserData;
            return notes.TryGetValue(FormatKey, out var format) && format == Format.ToString(CultureInfo.InvariantCulture)
                && notes.TryGetValue(SequenceKey, out var sequence)
                ? long.Parse(sequence, CultureInfo.InvariantCulture)
                : 0;
        }
        catch (Exception damage) when (SearchIndex.IsDamage(damage) || damage is FormatException)
        {
            return 0;
        }
    }

    public void Add(long key, Article article, IReadOnlyList<Passage> passages)
    {
        var document = _documents.Value!;
        document.Describe(key, article);
        foreach (var passage in passages) _writer.AddDocument(document.With(article.Text, passage));
    }

    public void Remove(long key) => _writer.DeleteDocuments(PassageDocument.KeyTerm(key));

    public void Clear()
    {
        _writer.DeleteAll();
        Sequence = 0;
    }

    public void Commit(long sequence)
    {
        _writer.SetCommitData(new Dictionary<string, string>
        {
            [SequenceKey] = sequence.ToString(CultureInfo.InvariantCulture),
            [FormatKey] = Format.ToString(CultureInfo.InvariantCulture),
        });
        _writer.Commit();
        Sequence = sequence;
    }

    public void Dispose()
    {
        // What was not committed is rolled back: the store replays it at the next start.
        _writer.Rollback();
        _directory.Dispose();
        _documents.Dispose();
    }

    /// <summary>Lucene reads what is there even when it is to be replaced; what it cannot read goes first.</summary>
    private IndexWriter Create()
    {
        try
        {
            return Open(OpenMode.CREATE);
        }
        catch (Exception damage) when (SearchIndex.IsDamage(damage) && damage is not LockObtainFailedException)
        {
            foreach (var file in _directory.ListAll().Where(f => f.StartsWith('_') || f.StartsWith("segments", StringComparison.Ordinal))) _directory.DeleteFile(file);
            return Open(OpenMode.CREATE);
        }
    }

    private IndexWriter Open(OpenMode mode) => new(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, EnglishTerms.Analyzer)
    {
        OpenMode = mode,
        RAMBufferSizeMB = BufferMegabytes,
        Similarity = PassageSimilarity.Instance,
    });
}
