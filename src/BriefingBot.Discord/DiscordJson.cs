using System.Text.Json.Serialization;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Resources;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord;

/// <summary>Discord's JSON: snake case, absent instead of null, unknown fields passed over.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GatewayPayload))]
[JsonSerializable(typeof(OutgoingPayload<long?>))]
[JsonSerializable(typeof(OutgoingPayload<Identify>))]
[JsonSerializable(typeof(OutgoingPayload<Resume>))]
[JsonSerializable(typeof(Hello))]
[JsonSerializable(typeof(Ready))]
[JsonSerializable(typeof(GatewaySession))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(NewThread))]
[JsonSerializable(typeof(NewDirectMessage))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionResponse))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(RestError))]
internal sealed partial class DiscordJson : JsonSerializerContext;
