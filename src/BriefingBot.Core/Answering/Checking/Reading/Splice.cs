namespace BriefingBot.Answering.Checking.Reading;

/// <summary>Two words that a shortened sentence has kept of one sentence, with nothing kept of it between them: what stands between them in either text.</summary>
/// <param name="Mine">The words between them in the sentence.</param>
/// <param name="Theirs">The words between them in the passage.</param>
internal sealed record Splice(Word First, Word Last, IReadOnlyList<Word> Mine, SourceGap Theirs)
{
    /// <summary>Whether nothing was cut out that tells something by itself.</summary>
    public bool IsWhole { get; } = !Theirs.Words.Any(w => w.IsContent || w.Is(WordKind.Figure));

    public string Place => $"between “{First.Text}” and “{Last.Text}”";

    public static IEnumerable<Splice> Of(Alignment alignment) => alignment.Order.Neighbours().Where(pair => !IsOfNames(alignment, pair.First, pair.Second)).Select(pair =>
    {
        var (from, to) = (alignment.Provenance[pair.First]!.Value, alignment.Provenance[pair.Second]!.Value);
        return new Splice(alignment.Words[pair.First], alignment.Words[pair.Second], [.. alignment.Words.Skip(pair.First + 1).Take(pair.Second - pair.First - 1)],
            new SourceGap(alignment.Evidence.Passages[from.Passage].Words, from.Index + 1, to.Index));
    });

    // "Sent from Aldria to Santarra", where another sentence than the one that is shortened tells from where and to where.
    private static bool IsOfNames(Alignment alignment, int first, int last) =>
        alignment.Words[first].Is(WordKind.Name) && alignment.Words[last].Is(WordKind.Name) && !alignment.IsOfMain(first) && !alignment.IsOfMain(last);
}
