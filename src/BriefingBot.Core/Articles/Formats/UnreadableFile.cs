namespace BriefingBot.Articles.Formats;

/// <summary>Why a file cannot be read, found while reading it; never leaves the readers.</summary>
internal sealed class UnreadableFileException(string reason, int? line = null) : Exception(reason)
{
    public int? Line => line;
}

/// <summary>The one place where what parsers throw at bad input becomes a problem among the results.</summary>
internal static class UnreadableFile
{
    private const int LongestReason = 300;

    /// <summary>Passes the results on until the first exception, which becomes the last result. Cancellation passes through.</summary>
    /// <param name="line">Where the part of the file stands that is read, if it is not read whole.</param>
    public static IEnumerable<ReadResult> Reported(ArticleFile file, Func<IEnumerable<ReadResult>> read, int? line = null)
    {
        ReadResult? failure = null;
        IEnumerator<ReadResult>? results = null;
        try
        {
            while (failure is null)
            {
                try
                {
                    results ??= read().GetEnumerator();
                    if (!results.MoveNext()) break;
                }
                catch (Exception ex) when (ex is not (OperationCanceledException or OutOfMemoryException))
                {
                    failure = Failure(file, ex, line);
                    break;
                }

                yield return results.Current;
            }
        }
        finally
        {
            results?.Dispose();
        }

        if (failure is not null) yield return failure;
    }

    private static ReadResult Failure(ArticleFile file, Exception ex, int? line) => ex switch
    {
        UnreadableFileException known => ReadResult.Failed(file, known.Line ?? line, known.Message),
        UnauthorizedAccessException => ReadResult.Failed(file, null, "may not be read: permission denied"),
        FileNotFoundException or DirectoryNotFoundException => ReadResult.Failed(file, null, "is not there any more"),
        IOException => ReadResult.Failed(file, null, $"cannot be read from disk: {PlainText.Shortened(ex.Message, LongestReason)}"),
        _ => ReadResult.Failed(file, line, $"is damaged or not a {Path.GetExtension(file.RelativePath)} file: {PlainText.Shortened(ex.Message, LongestReason)}"),
    };
}
