using System.Runtime.CompilerServices;
using System.Threading.Channels;
using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>
/// Reads several files at once and prepares their articles on all processors, yet hands everything out in file
/// order, so that a run's result does not depend on timing. Bounded queues keep a fast reader from filling the memory.
/// </summary>
internal sealed class OrderedReading(
    Func<SourceFile, CancellationToken, IEnumerable<ReadResult>> read, Func<SourceFile, ReadResult, PreparedArticle> prepare, int parallelism)
{
    /// <summary>Articles of one file read ahead.</summary>
    private const int ReadAhead = 32;

    /// <summary>Every article in file order; after a file's last article one entry with null.</summary>
    public async IAsyncEnumerable<(SourceFile File, PreparedArticle? Article)> ReadAsync(
        IEnumerable<SourceFile> files, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var opened = Channel.CreateBounded<(SourceFile File, ChannelReader<Task<PreparedArticle>> Articles)>(parallelism);
        var opening = Task.Run(() => OpenAllAsync(files, opened.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var (file, articles) in opened.Reader.ReadAllAsync(cancellation))
            {
                await foreach (var article in articles.ReadAllAsync(cancellation)) yield return (file, await article);
                yield return (file, null);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await opening;
        }
    }

    /// <summary>Starts reading each file as soon as there is room among the opened ones.</summary>
    private async Task OpenAllAsync(
        IEnumerable<SourceFile> files, ChannelWriter<(SourceFile File, ChannelReader<Task<PreparedArticle>> Articles)> opened, CancellationToken stop)
    {
        var reading = new List<Task>();
        try
        {
            foreach (var file in files)
            {
                if (!await opened.WaitToWriteAsync(stop)) break;
                var articles = Channel.CreateBounded<Task<PreparedArticle>>(ReadAhead);
                reading.RemoveAll(task => task.IsCompleted);
                reading.Add(Task.Run(() => ReadFileAsync(file, articles.Writer, stop), CancellationToken.None));
                await opened.WriteAsync((file, articles.Reader), stop);
            }

            opened.Complete();
        }
        catch (OperationCanceledException e)
        {
            opened.Complete(e);
        }

        await Task.WhenAll(reading);
    }

    private async Task ReadFileAsync(SourceFile file, ChannelWriter<Task<PreparedArticle>> articles, CancellationToken stop)
    {
        try
        {
            foreach (var result in ReadSafely(file, stop))
            {
                await articles.WriteAsync(Task.Run(() => prepare(file, result), stop), stop);
            }

            articles.Complete();
        }
        catch (Exception e)
        {
            // Told to whoever takes the articles; once cancelled, that is nobody.
            articles.Complete(e);
        }
    }

    /// <summary>The file may vanish, or hold something its reader does not know: the other files still count.</summary>
    private IEnumerable<ReadResult> ReadSafely(SourceFile file, CancellationToken stop)
    {
        IEnumerator<ReadResult>? results = null;
        try
        {
            while (true)
            {
                ReadResult? failed = null;
                try
                {
                    results ??= read(file, stop).GetEnumerator();
                    if (!results.MoveNext()) yield break;
                }
                catch (Exception e) when (!stop.IsCancellationRequested && e is not OutOfMemoryException)
                {
                    failed = ReadResult.Failed(file.File, null, $"cannot be read: {e.Message}");
                }

                yield return failed ?? results!.Current;
                if (failed is not null) yield break;
            }
        }
        finally
        {
            results?.Dispose();
        }
    }
}
