using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Answering.Synthesis;

/// <summary>Lets a model search again for one answer: in its own words, but in the scope and with the access of the question, and not without end.</summary>
internal sealed class FurtherSearch(PassageRetriever retriever, Question question, ScopeReading reading, CitablePassages passages, int most)
{
    private const int LongestQuery = 200;

    private int _asked;

    /// <summary>Searches made.</summary>
    public int Rounds => Math.Min(_asked, most);

    public SearchAgain? OrNone => most > 0 ? SearchAsync : null;

    private async ValueTask<IReadOnlyList<KeyedPassage>> SearchAsync(string query, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _asked) > most) return [];
        var asked = question with { Text = PlainText.Shortened(query, LongestQuery), Prefer = [] };
        // The spans understood as a period or outlet are of the question's own words.
        var found = await retriever.RetrieveAsync(asked, reading with { Understood = [] }, cancellation);
        return passages.Add(found.Articles);
    }
}
