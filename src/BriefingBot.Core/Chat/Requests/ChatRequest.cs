using System.Text.Json.Serialization;

namespace BriefingBot.Chat.Requests;

/// <summary>What a person wants; the same on every platform, whatever its commands, mentions and buttons look like.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "request")]
[JsonDerivedType(typeof(AskRequest), "ask")]
[JsonDerivedType(typeof(QuoteRequest), "quote")]
[JsonDerivedType(typeof(SourcesRequest), "sources")]
[JsonDerivedType(typeof(HelpRequest), "help")]
[JsonDerivedType(typeof(SettingsRequest), "settings")]
[JsonDerivedType(typeof(ButtonPress), "button")]
[JsonDerivedType(typeof(DigestNowRequest), "digest-now")]
[JsonDerivedType(typeof(SubscribeRequest), "subscribe")]
[JsonDerivedType(typeof(SubscriptionsRequest), "subscriptions")]
[JsonDerivedType(typeof(EditSubscriptionRequest), "edit-subscription")]
[JsonDerivedType(typeof(DueDigest), "due-digest")]
[JsonDerivedType(typeof(DueCorrection), "due-correction")]
[JsonDerivedType(typeof(GapsRequest), "gaps")]
[JsonDerivedType(typeof(DueGapReport), "due-gaps")]
[JsonDerivedType(typeof(AlertRequest), "alert")]
[JsonDerivedType(typeof(AlertsRequest), "alerts")]
[JsonDerivedType(typeof(DueAlert), "due-alert")]
[JsonDerivedType(typeof(IngestRequest), "ingest")]
public abstract record ChatRequest
{
    /// <summary>Whether only the person may see the reply.</summary>
    [JsonIgnore]
    public virtual bool IsPrivate => false;

    /// <summary>Whether it matters who asks, so that the platform has to say whether they administer the channel.</summary>
    [JsonIgnore]
    public virtual bool IsAdministration => false;

    /// <summary>Whether somebody waits for the reply; else no progress is shown, and there may be nothing to say.</summary>
    [JsonIgnore]
    public virtual bool IsAwaited => true;

    /// <summary>Of what nobody has asked for: those of one name in one place are composed one after the other. Empty where they need not be.</summary>
    [JsonIgnore]
    public virtual string Queue => "";

    /// <summary>What is shown when the reply takes long.</summary>
    [JsonIgnore]
    public virtual string Progress => "Searching the briefings …";
}

/// <summary>A question: by command, mention, direct message or as a follow-up.</summary>
/// <param name="Since">First day to search, as the person wrote it ("2020-09-30", "last Monday"); empty for no border.</param>
/// <param name="Source">The outlet to search, as the person wrote it; empty for all.</param>
/// <param name="Private">Only the person sees the answer.</param>
public sealed record AskRequest(string Question, string Since = "", string Source = "", bool Private = false) : ChatRequest
{
    public override bool IsPrivate => Private;
}

/// <summary>Asks for direct quotes on a topic; empty <paramref name="Speaker"/> for anybody's.</summary>
public sealed record QuoteRequest(string Topic, string Speaker = "", bool Private = false) : ChatRequest
{
    public override bool IsPrivate => Private;
}

/// <summary>Asks what is indexed; a filter keeps outlets and collections whose names contain it.</summary>
public sealed record SourcesRequest(string Filter = "") : ChatRequest
{
    public override bool IsPrivate => true;
}

public sealed record HelpRequest : ChatRequest
{
    public override bool IsPrivate => true;
}

/// <summary>Shows or, for administrators, changes the channel's settings. What is null stays as it is; all null only shows.</summary>
/// <param name="Collections">The collections that the channel may see; empty for the configured ones.</param>
/// <param name="Sources">The outlets that the channel may see; empty for all.</param>
/// <param name="Sentences">Sentences of an answer; 0 for the configured number.</param>
/// <param name="FollowUps">Whether messages of a thread count as follow-ups without a mention.</param>
/// <param name="Quiet">Quiet hours as the person wrote them, "22:00-07:00"; <see cref="Off"/> for none.</param>
/// <param name="Zone">The channel's time zone, an IANA name or a city; <see cref="Off"/> for none.</param>
/// <param name="Gaps">Whether the gap report of the workspace comes here.</param>
public sealed record SettingsRequest(
    IReadOnlyList<string>? Collections = null, IReadOnlyList<string>? Sources = null, int? Sentences = null, bool? FollowUps = null, string? Quiet = null, string? Zone = null, bool? Gaps = null) : ChatRequest
{
    public override bool IsPrivate => true;

    public override bool IsAdministration => true;

    /// <summary>The collection for what is dropped into the channel; empty to take nothing more.</summary>
    public string? Ingest { get; init; }

    /// <summary>Written for what can be taken away.</summary>
    public const string Off = "off";

    [JsonIgnore]
    public bool IsChange => IsChangeOfAnswers || Quiet is not null || Zone is not null;

    /// <summary>Whether it changes what is seen and said, and not only when.</summary>
    [JsonIgnore]
    public bool IsChangeOfAnswers => Collections is not null || Sources is not null || Sentences is not null || FollowUps is not null || Gaps is not null || Ingest is not null;
}

/// <summary>A press on one of our buttons.</summary>
/// <param name="Button">The id that <see cref="Replies.ReplyButton"/> had.</param>
/// <param name="Private">The button stands under a reply that only the person sees, so what follows is for them too.</param>
public sealed record ButtonPress(string Button, bool Private = false) : ChatRequest
{
    public override bool IsPrivate => Private;
}
