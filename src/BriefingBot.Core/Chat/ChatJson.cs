using System.Text.Json;
using System.Text.Json.Serialization;
using BriefingBot.Chat.Alerts;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Subscriptions;

namespace BriefingBot.Chat;

/// <summary>How chat records are stored. Fields may be added with a default; a name is never given another meaning.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IncomingMessage))]
[JsonSerializable(typeof(ChatReply))]
[JsonSerializable(typeof(AnswerRecord))]
[JsonSerializable(typeof(ChannelSettings))]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(IReadOnlyList<StoredStory>))]
[JsonSerializable(typeof(IReadOnlyList<DigestItem>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
public sealed partial class ChatJson : JsonSerializerContext
{
    public static string Write<T>(T record) where T : class => JsonSerializer.Serialize(record, typeof(T), Default);

    public static T Read<T>(string json) where T : class => (T)JsonSerializer.Deserialize(json, typeof(T), Default)!;
}
