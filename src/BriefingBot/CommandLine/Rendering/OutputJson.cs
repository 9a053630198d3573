using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>The documents that <c>--json</c> prints.</summary>
[JsonSerializable(typeof(AnswerJson))]
[JsonSerializable(typeof(ArticleJson))]
[JsonSerializable(typeof(IReadOnlyList<ArticleSummaryJson>))]
[JsonSerializable(typeof(ErrorJson))]
[JsonSerializable(typeof(IndexingJson))]
[JsonSerializable(typeof(DigestJson))]
[JsonSerializable(typeof(DoctorJson))]
[JsonSerializable(typeof(EvaluationJson))]
[JsonSerializable(typeof(QuestionScoreJson))]
[JsonSerializable(typeof(QuotesJson))]
[JsonSerializable(typeof(SummaryReportJson))]
[JsonSerializable(typeof(IReadOnlyList<GapJson>))]
[JsonSerializable(typeof(IReadOnlyList<FeedJson>))]
[JsonSerializable(typeof(SubscribedJson))]
[JsonSerializable(typeof(UnsubscribedJson))]
internal sealed partial class OutputJson : JsonSerializerContext
{
    public static OutputJson Indented { get; } = new(Readable(indented: true));

    public static OutputJson OneLine { get; } = new(Readable(indented: false));

    /// <summary>How the value of an enumeration is written: "nothing-found".</summary>
    public static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    // The relaxed encoder leaves letters of all scripts and apostrophes readable, and still escapes control
    // characters. It is unsafe inside HTML only, where this output does not go.
    private static JsonSerializerOptions Readable(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
    };
}
