using BriefingBot.Indexing;
using BriefingBot.LuceneIndex;
using BriefingBot.SqliteStore;

namespace BriefingBot.CommandLine.Doctor;

/// <summary>Compares the search index with the store it is made from.</summary>
internal static class SearchIndexCheck
{
    private const string Check = "Search index";

    public static Finding Of(IArticleStore store, DataFolder folder)
    {
        if (store.Sequence == 0) return Finding.Notice(Check, "There is nothing to search yet.", "Index a folder of articles: 'index PATH'.");
        if (SearchIndex.Damage(folder) is { } damage)
        {
            return Finding.Problem(Check, damage, "Make it again from the stored articles: 'index --rebuild'.", ExitCode.DataFolder);
        }

        var sequence = SearchIndex.Sequence(folder);
        return sequence == store.Sequence ? Finding.Good(Check, $"It is sound and up to date with the database (change {sequence}).")
            : sequence == 0 ? Finding.Notice(Check, "It is missing or of another version.", "The next 'ask' or 'index' makes it again from the stored articles.")
            : sequence < store.Sequence ? Finding.Notice(Check, $"It stands at change {sequence} of {store.Sequence}.", "The next 'ask' or 'index' lets it catch up.")
            : Finding.Notice(Check, $"It stands at change {sequence}, the database at {store.Sequence}: it was made from another database.", "The next 'ask' or 'index' makes it again.");
    }
}
