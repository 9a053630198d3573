using System.Text.Json;
using System.Text.Json.Serialization;
using BriefingBot.Slack.SocketMode;
using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack;

/// <summary>Slack's JSON: snake case, absent instead of null, unknown fields passed over; what we rely on must be there.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ApiStatus))]
[JsonSerializable(typeof(NewMessage))]
[JsonSerializable(typeof(MessageEdit))]
[JsonSerializable(typeof(MessageAddress))]
[JsonSerializable(typeof(PostedMessage))]
[JsonSerializable(typeof(EphemeralResponse))]
[JsonSerializable(typeof(StreamStart))]
[JsonSerializable(typeof(StreamPart))]
[JsonSerializable(typeof(StreamEnd))]
[JsonSerializable(typeof(ThreadStatus))]
[JsonSerializable(typeof(ThreadPrompts))]
[JsonSerializable(typeof(ThreadTitle))]
[JsonSerializable(typeof(ViewOpening))]
[JsonSerializable(typeof(ViewUpdate))]
[JsonSerializable(typeof(HomeView))]
[JsonSerializable(typeof(ViewResponse))]
[JsonSerializable(typeof(ConversationOpening))]
[JsonSerializable(typeof(ConversationResponse))]
[JsonSerializable(typeof(UserResponse))]
[JsonSerializable(typeof(RepliesResponse))]
[JsonSerializable(typeof(ConnectionResponse))]
[JsonSerializable(typeof(Identity))]
[JsonSerializable(typeof(UrlResponse))]
[JsonSerializable(typeof(SocketMessage))]
[JsonSerializable(typeof(Acknowledgement))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class SlackJson : JsonSerializerContext;
