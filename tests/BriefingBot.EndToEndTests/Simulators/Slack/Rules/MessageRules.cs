using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BriefingBot.EndToEndTests.Simulators.Slack.WebApi;

namespace BriefingBot.EndToEndTests.Simulators.Slack.Rules;

/// <summary>https://docs.slack.dev/reference/methods/chat.postMessage and its siblings</summary>
internal static partial class MessageRules
{
    /// <summary>Longer text is cut off, not refused.</summary>
    public const int MaxText = 40_000;
    private const int MaxUpdatedText = 4000;
    private const int MaxBlocks = 50;
    private const int MaxAttachments = 100;

    // Slack names no figure for its limit; this one is far above what an app has reason to store.
    private const int MaxMetadataBytes = 16 * 1024;

    public static bool IsTs(string ts) => Ts().IsMatch(ts);

    public static void Check(JsonObject arguments)
    {
        if (IsEmpty(arguments)) throw new ApiException("no_text");
        CheckParts(arguments);
    }

    /// <summary>An update may leave out what it does not change.</summary>
    public static void CheckUpdate(JsonObject arguments)
    {
        if (arguments["metadata"] is null && IsEmpty(arguments)) throw new ApiException("no_text");
        if (BlockErrors.Length(arguments["text"].AsString() ?? "") > MaxUpdatedText) throw new ApiException("msg_too_long");
        CheckParts(arguments);
    }

    /// <summary>What a streaming method brings: markdown_text, or the markdown of its chunks; gives it.</summary>
    public static string CheckStream(JsonObject arguments, bool required)
    {
        var chunks = arguments["chunks"].Objects().ToList();
        if (arguments["markdown_text"] is null && chunks.Count == 0 && required) throw new ApiException("no_text");
        if (arguments["markdown_text"] is not null && arguments["text"] is not null) throw new ApiException("markdown_text_conflict");
        var text = arguments["markdown_text"].AsString() ?? string.Concat(chunks.Where(chunk => chunk["type"].AsString() == "markdown_text").Select(chunk => chunk["text"].AsString()));
        if (BlockErrors.Length(text) > BlockRules.MaxMarkdown) throw new ApiException("msg_too_long");
        Blocks(arguments);
        foreach (var chunk in chunks.Where(chunk => chunk["type"].AsString() == "blocks")) Blocks(chunk);
        Metadata(arguments);
        return text;
    }

    private static bool IsEmpty(JsonObject arguments) =>
        string.IsNullOrWhiteSpace(arguments["text"].AsString()) && string.IsNullOrWhiteSpace(arguments["markdown_text"].AsString())
        && arguments["blocks"] is not JsonArray { Count: > 0 } && arguments["attachments"] is not JsonArray { Count: > 0 };

    private static void CheckParts(JsonObject arguments)
    {
        if (arguments["markdown_text"].AsString() is { } markdown)
        {
            if (arguments["text"] is not null || arguments["blocks"] is not null) throw new ApiException("markdown_text_conflict");
            if (BlockErrors.Length(markdown) > BlockRules.MaxMarkdown) throw new ApiException("msg_too_long");
        }

        if (arguments["attachments"] is JsonArray { Count: > MaxAttachments }) throw new ApiException("too_many_attachments");
        Blocks(arguments);
        Metadata(arguments);
    }

    private static void Blocks(JsonObject arguments)
    {
        if (arguments["blocks"] is null) return;
        if (arguments["blocks"] is not JsonArray) throw new ApiException("invalid_blocks_format");
        var errors = new BlockErrors();
        new BlockRules(errors).Check(arguments, "", MaxBlocks, isMessage: true);
        if (errors.Messages.Count > 0) throw new ApiException("invalid_blocks", errors.Messages);
        var markdown = arguments["blocks"].Objects().Where(block => block["type"].AsString() == "markdown").Sum(block => BlockErrors.Length(block["text"].AsString()!));
        if (markdown > BlockRules.MaxMarkdown) throw new ApiException("msg_blocks_too_long");
    }

    // https://docs.slack.dev/messaging/message-metadata
    private static void Metadata(JsonObject arguments)
    {
        if (arguments["metadata"] is not { } node) return;
        if (node is not JsonObject metadata) throw new ApiException("invalid_metadata_format");
        if (metadata.Count == 0 || metadata["entities"] is not null) return;
        if (metadata["event_type"].AsString() is not { Length: > 0 } || metadata["event_payload"] is not JsonObject) throw new ApiException("invalid_metadata_schema");
        if (Encoding.UTF8.GetByteCount(metadata.ToJsonString()) > MaxMetadataBytes) throw new ApiException("metadata_too_large");
    }

    [GeneratedRegex(@"^\d{9,11}(\.\d{1,6})?$")]
    private static partial Regex Ts();
}
