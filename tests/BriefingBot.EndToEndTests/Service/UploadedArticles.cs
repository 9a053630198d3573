namespace BriefingBot.EndToEndTests.Service;

/// <summary>What is dropped into channels.</summary>
internal static class UploadedArticles
{
    public const string Question = "What will the windmill of Eastholm cost?";

    public const string Windmill = """
        ---
        title: Eastholm votes for a windmill
        source: Island Herald
        published: 2021-05-02
        url: https://example.org/island-herald/windmill
        ---

        The council of Eastholm has voted for a windmill. The windmill will cost 3 million crowns, the council said.
        """;

    /// <summary>About a subject of its own, so that tests on one service do not meet.</summary>
    public static string Of(string subject, string cost) =>
        $"The {subject} of Eastholm\n\nThe council of Eastholm has voted for a {subject}. The {subject} will cost {cost} crowns, the council said on Monday.\n";

    public static string Page(string subject, string cost) =>
        $"<!doctype html><html><head><title>Eastholm and the {subject}</title></head><body><article><h1>Eastholm and the {subject}</h1><p>The council of Eastholm has voted for a {subject}. The {subject} will cost {cost} crowns, the council said on Monday.</p></article></body></html>";

    public static string Ask(string subject) => $"What will the {subject} of Eastholm cost?";

    /// <summary>The files that were taken.</summary>
    public static IReadOnlyList<string> In(ServiceNewsroom scene, string collection) =>
        Directory.Exists(scene.Room.PathOf($"data/uploads/{collection}")) ? Directory.GetFiles(scene.Room.PathOf($"data/uploads/{collection}")) : [];
}
