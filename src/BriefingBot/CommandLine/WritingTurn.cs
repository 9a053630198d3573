using BriefingBot.Indexing;
using BriefingBot.SqliteStore;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.CommandLine;

/// <summary>One turn of writing into the data folder. The parts of this process take turns; of other processes one has the folder's lock.</summary>
internal sealed class WritingTurn : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly IServiceScope _parts;
    private readonly SemaphoreSlim _held;

    private WritingTurn(IServiceScope parts, SemaphoreSlim held) => (_parts, _held) = (parts, held);

    /// <param name="patience">How long to wait for another process that writes.</param>
    /// <exception cref="DataFolderBusyException">It did not let go in time.</exception>
    public static async Task<WritingTurn> BeginAsync(Session session, TimeSpan patience, CancellationToken cancellation)
    {
        await session.Writing.WaitAsync(cancellation);
        try
        {
            for (var waited = TimeSpan.Zero; ; waited += Pause)
            {
                if (TryBegin(session, mayFail: waited < patience) is { } turn) return turn;
                await Task.Delay(Pause, session.Get<TimeProvider>(), cancellation);
            }
        }
        catch
        {
            session.Writing.Release();
            throw;
        }
    }

    public T Get<T>() where T : notnull => _parts.ServiceProvider.GetRequiredService<T>();

    public void Dispose()
    {
        _parts.Dispose();
        _held.Release();
    }

    private static WritingTurn? TryBegin(Session session, bool mayFail)
    {
        var parts = session.Services.CreateScope();
        try
        {
            // Takes the lock.
            parts.ServiceProvider.GetRequiredService<IArticleStore>();
            return new WritingTurn(parts, session.Writing);
        }
        catch (DataFolderBusyException) when (mayFail)
        {
            parts.Dispose();
            return null;
        }
        catch
        {
            parts.Dispose();
            throw;
        }
    }
}
