using BriefingBot.Articles;

namespace BriefingBot.Chat.Uploads;

/// <summary>An upload that was read and waits for a turn of writing.</summary>
/// <param name="File">Where it will be below the folder of uploads, with forward slashes: the collection, then the name.</param>
/// <param name="StagedAt">Where it is until then.</param>
/// <param name="Articles">What stands in it, at least one.</param>
/// <param name="Problems">What of it could not be read.</param>
public sealed record StagedUpload(string File, string StagedAt, IReadOnlyList<Article> Articles, int Passages, IReadOnlyList<ReadProblem> Problems)
{
    public string Collection => File[..File.IndexOf('/', StringComparison.Ordinal)];
}

/// <summary>What became of it.</summary>
/// <param name="Reason">Why it is not indexed, going on from "it"; empty when it is.</param>
public sealed record TakenUpload(StagedUpload Upload, string Reason = "");
