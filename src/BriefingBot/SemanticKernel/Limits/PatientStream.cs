using BriefingBot.SemanticKernel.Providers;
using Microsoft.Extensions.AI;

namespace BriefingBot.SemanticKernel.Limits;

/// <summary>A reply as it comes, at its first piece when it is opened. Only the model's own time counts, not its reader's.</summary>
internal sealed class PatientStream : IAsyncDisposable
{
    private readonly TimeSpan _patience;
    private readonly CancellationTokenSource _late;
    private readonly CancellationTokenSource _either;
    private readonly CancellationToken _cancellation;
    private readonly IAsyncEnumerator<ChatResponseUpdate> _pieces;
    private bool _finished;

    private PatientStream(Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> begin, TimeSpan patience, TimeProvider time, CancellationToken cancellation)
    {
        (_patience, _cancellation) = (patience, cancellation);
        _late = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_late.Token, cancellation);
        _pieces = begin(_either.Token).GetAsyncEnumerator(_either.Token);
    }

    /// <summary>Null at the end.</summary>
    public ChatResponseUpdate? Current { get; private set; }

    public static async ValueTask<PatientStream> OpenAsync(
        Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> begin, TimeSpan patience, TimeProvider time, CancellationToken cancellation)
    {
        var stream = new PatientStream(begin, patience, time, cancellation);
        try
        {
            await stream.NextAsync();
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="TimeoutException">It did not come in time.</exception>
    /// <exception cref="IOException">There is none, and the model has not said that it was done.</exception>
    public async ValueTask NextAsync()
    {
        ProviderHttp.Lifetime.Value = _either.Token;
        try
        {
            // Some providers begin with a piece that says nothing yet, or send reasoning in a way that their client does not know.
            do
            {
                _late.CancelAfter(_patience);
                Current = await _pieces.MoveNextAsync() ? _pieces.Current : null;
            }
            while (Current is { FinishReason: null } piece && piece.Contents.All(c => c is TextContent { Text.Length: 0 }));
        }
        catch (Exception) when (_late.IsCancellationRequested && !_cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"The language model gave nothing for {_patience.TotalSeconds} seconds.");
        }

        _late.CancelAfter(Timeout.InfiniteTimeSpan);
        _finished |= Current?.FinishReason is not null;
        if (Current is null && !_finished) throw new IOException("The reply ended without saying so.");
    }

    public async ValueTask DisposeAsync()
    {
        await _pieces.DisposeAsync();
        _either.Dispose();
        _late.Dispose();
    }
}
