using System.Runtime.CompilerServices;
using System.Text;

namespace BriefingBot.Answering.Synthesis;

/// <summary>Reads a model's stream line by line. A line is given out when it is whole, never before.</summary>
internal static class ModelLines
{
    /// <summary>Characters after which a line is cut; what is cut is too long for a sentence anyway.</summary>
    public const int LongestLine = 2000;

    /// <summary>Characters after which nothing more is read.</summary>
    public const int MostText = 20_000;

    /// <param name="pieces">What the model writes.</param>
    /// <param name="spent">Told the usage up to there.</param>
    /// <param name="cancellation">Stops the reading at once, even if the model does not heed it.</param>
    public static async IAsyncEnumerable<string> ReadAsync(
        IAsyncEnumerable<ModelDelta> pieces, Action<ModelUsage> spent, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var line = new StringBuilder();
        var read = 0;
        await foreach (var piece in Heeding(pieces, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (piece.Usage is { } usage) spent(usage);
            foreach (var c in piece.Text)
            {
                if (++read > MostText) yield break;
                if (c is not ('\n' or '\r' or '\u2028' or '\u2029' or '\u0085'))
                {
                    if (line.Length < LongestLine) line.Append(c);
                    continue;
                }

                yield return line.ToString();
                line.Clear();
            }
        }

        // A stream that ended well ended its last line.
        yield return line.ToString();
    }

    /// <summary>A model that does not return when cancelled is left behind: to dispose of it would be to wait for it.</summary>
    private static async IAsyncEnumerable<ModelDelta> Heeding(IAsyncEnumerable<ModelDelta> pieces, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = pieces.GetAsyncEnumerator(cancellation);
        var waiting = false;
        try
        {
            while (true)
            {
                waiting = true;
                var more = await reader.MoveNextAsync().AsTask().WaitAsync(cancellation);
                waiting = false;
                if (!more) yield break;
                yield return reader.Current;
            }
        }
        finally
        {
            if (!waiting) await reader.DisposeAsync();
        }
    }
}
