namespace BriefingBot.Articles.Formats;

/// <summary>Collects what is wrong with the fields of one delivered article.</summary>
/// <param name="line">Where the article starts.</param>
/// <param name="lineOf">The line of a field, where the format knows it.</param>
internal sealed class FieldProblems(ArticleFile file, int line, Func<string, int?>? lineOf)
{
    private const int LongestValue = 80;

    private readonly List<ReadResult> _found = [];

    public IReadOnlyList<ReadResult> Found => _found;

    public void Add(string field, string value, string why) =>
        _found.Add(ReadResult.Failed(file, lineOf?.Invoke(field) ?? line, $"{field} '{PlainText.Shortened(value, LongestValue)}' {why}"));
}
