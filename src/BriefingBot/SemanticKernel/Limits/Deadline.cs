using System.Runtime.CompilerServices;
using BriefingBot.Answering.Synthesis;
using BriefingBot.SemanticKernel.Providers;

namespace BriefingBot.SemanticKernel.Limits;

/// <summary>Time for all that a model does for one caller. What fails below comes out of here explained.</summary>
internal static class Deadline
{
    /// <exception cref="ModelException">It failed, or took too long.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled it.</exception>
    public static async IAsyncEnumerable<T> HoldAsync<T>(
        Func<CancellationToken, IAsyncEnumerable<T>> work, TimeSpan most, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(most, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        await using var items = work(either.Token).GetAsyncEnumerator(either.Token);
        while (true)
        {
            try
            {
                if (!await items.MoveNextAsync()) yield break;
            }
            catch (Exception) when (cancellation.IsCancellationRequested)
            {
                // Not every client says so by the exception that is due.
                throw new OperationCanceledException(cancellation);
            }
            catch (Exception) when (late.IsCancellationRequested)
            {
                throw new ModelException($"The language model did not finish within {most.TotalSeconds} seconds.");
            }
            catch (Exception e)
            {
                throw ModelFailure.Of(e);
            }

            yield return items.Current;
        }
    }
}
