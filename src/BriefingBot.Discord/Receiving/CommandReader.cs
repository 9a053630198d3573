using System.Text.Json;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Uploads;
using BriefingBot.Digests;
using BriefingBot.Discord.Commands;
using BriefingBot.Discord.Resources;

namespace BriefingBot.Discord.Receiving;

/// <summary>What a command asks for.</summary>
internal static class CommandReader
{
    /// <returns>Null for a command that is not ours, or about a message without text.</returns>
    public static ChatRequest? Read(InteractionData data) => data.Name switch
    {
        BriefingCommands.Ask => new AskRequest(
            Text(data.Options, BriefingCommands.Question), Text(data.Options, BriefingCommands.Since), Text(data.Options, BriefingCommands.Source), IsPrivate(data)),
        BriefingCommands.Quote => new QuoteRequest(Text(data.Options, BriefingCommands.Topic), Text(data.Options, BriefingCommands.Speaker), IsPrivate(data)),
        BriefingCommands.Sources => new SourcesRequest(Text(data.Options, BriefingCommands.Filter)),
        BriefingCommands.Help => new HelpRequest(),
        BriefingCommands.Briefing => data.Options.Count > 0 ? Administration(data.Options[0], data.Resolved) : null,
        BriefingCommands.Digest => data.Options.Count > 0 ? Digest(data.Options[0].Name, data.Options[0].Options) : null,
        BriefingCommands.Alert => data.Options.Count > 0 ? Alert(data.Options[0].Name, data.Options[0].Options) : null,
        BriefingCommands.Check => Check(data),
        _ => null,
    };

    private static ChatRequest? Administration(InteractionOption subcommand, ResolvedData? resolved) => subcommand.Name switch
    {
        BriefingCommands.Settings => Settings(subcommand.Options),
        BriefingCommands.Gaps => new GapsRequest(),
        BriefingCommands.Add => Add(subcommand.Options, resolved),
        _ => null,
    };

    private static ChatRequest? Digest(string name, IReadOnlyList<InteractionOption> options) => name switch
    {
        BriefingCommands.Now => new DigestNowRequest(Text(options, BriefingCommands.Topic), Length(options) ?? DigestLength.Brief),
        BriefingCommands.Subscribe => new SubscribeRequest(
            Text(options, BriefingCommands.Time), Text(options, BriefingCommands.Zone), Text(options, BriefingCommands.Days), Text(options, BriefingCommands.Topic),
            Names(options, BriefingCommands.Sources), Length(options) ?? DigestLength.Brief, YesOrNo(options, BriefingCommands.Silent) == true),
        BriefingCommands.Edit => new EditSubscriptionRequest(
            Text(options, BriefingCommands.Id), Written(options, BriefingCommands.Time), Written(options, BriefingCommands.Zone), Written(options, BriefingCommands.Days), Topic(options),
            Names(options, BriefingCommands.Sources), Length(options), YesOrNo(options, BriefingCommands.Silent)),
        _ => DigestCommands.Actions.TryGetValue(name, out var action)
            ? new SubscriptionsRequest(action, Text(options, BriefingCommands.Id), Text(options, BriefingCommands.Words))
            : null,
    };

    private static ChatRequest? Alert(string name, IReadOnlyList<InteractionOption> options) => name == BriefingCommands.On
        ? new AlertRequest(Text(options, BriefingCommands.Topic))
        : AlertCommands.Actions.TryGetValue(name, out var action) ? new AlertsRequest(action, Text(options, BriefingCommands.Id), Text(options, BriefingCommands.Topic)) : null;

    private static DigestLength? Length(IReadOnlyList<InteractionOption> options) =>
        Enum.TryParse<DigestLength>(Text(options, BriefingCommands.Length), ignoreCase: true, out var length) ? length : null;

    private static string? Topic(IReadOnlyList<InteractionOption> options) =>
        Written(options, BriefingCommands.Topic) is { } topic && topic.Equals(BriefingCommands.All, StringComparison.OrdinalIgnoreCase) ? "" : Written(options, BriefingCommands.Topic);

    private static SettingsRequest Settings(IReadOnlyList<InteractionOption> options) => new(
        Names(options, BriefingCommands.Collections),
        Names(options, BriefingCommands.Sources),
        Value(options, BriefingCommands.Sentences) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var sentences) ? sentences : null,
        YesOrNo(options, BriefingCommands.FollowUps),
        Written(options, BriefingCommands.Quiet),
        Written(options, BriefingCommands.Zone),
        YesOrNo(options, BriefingCommands.Gaps))
    {
        Ingest = Text(options, BriefingCommands.Ingest) is { Length: > 0 } name ? (name.Equals(BriefingCommands.Off, StringComparison.OrdinalIgnoreCase) ? "" : name) : null,
    };

    private static IngestRequest? Add(IReadOnlyList<InteractionOption> options, ResolvedData? resolved)
    {
        var file = Snowflake.TryParse(Text(options, BriefingCommands.File), out var id) ? resolved?.Attachments?.GetValueOrDefault(id) : null;
        return IngestRequest.Of([.. file is null ? [] : new[] { Dropped.Of(file) }, .. WebLinks.In(Text(options, BriefingCommands.Url)).Select(IngestItem.Link)]);
    }

    /// <summary>Looking up what somebody wrote is nobody else's business; the answer can be shared.</summary>
    private static AskRequest? Check(InteractionData data) =>
        data.TargetId is { } target && data.Resolved?.Messages?.GetValueOrDefault(target)?.Content.Trim() is { Length: > 0 } text
            ? new AskRequest(text, Private: true)
            : null;

    private static List<string>? Names(IReadOnlyList<InteractionOption> options, string name)
    {
        if (Text(options, name) is not { Length: > 0 } text) return null;
        return text.Equals(BriefingCommands.All, StringComparison.OrdinalIgnoreCase) ? []
            : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }

    private static bool IsPrivate(InteractionData data) => YesOrNo(data.Options, BriefingCommands.Private) == true;

    private static string Text(IReadOnlyList<InteractionOption> options, string name) =>
        Value(options, name) is { ValueKind: JsonValueKind.String } value ? value.GetString()!.Trim() : "";

    /// <summary>Null when it was left out.</summary>
    private static string? Written(IReadOnlyList<InteractionOption> options, string name) => Text(options, name) is { Length: > 0 } text ? text : null;

    private static bool? YesOrNo(IReadOnlyList<InteractionOption> options, string name) => Value(options, name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static JsonElement? Value(IReadOnlyList<InteractionOption> options, string name) => options.FirstOrDefault(o => o.Name == name)?.Value;
}
