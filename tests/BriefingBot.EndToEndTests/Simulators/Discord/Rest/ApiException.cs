using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Rest;

/// <summary>A refusal in Discord's error shape (https://docs.discord.com/developers/topics/opcodes-and-status-codes#json).</summary>
internal sealed class ApiException(int status, int code, string message, JsonObject? errors = null) : Exception(message)
{
    public int Status { get; } = status;

    public JsonObject Body
    {
        get
        {
            var body = new JsonObject { ["message"] = Message, ["code"] = code };
            if (errors is not null) body["errors"] = errors.DeepClone();
            return body;
        }
    }

    public static ApiException NotFound => new(404, 0, "404: Not Found");

    public static ApiException Unauthorized => new(401, 0, "401: Unauthorized");

    public static ApiException UnknownChannel => new(404, 10003, "Unknown Channel");

    public static ApiException UnknownGuild => new(404, 10004, "Unknown Guild");

    public static ApiException UnknownMessage => new(404, 10008, "Unknown Message");

    public static ApiException UnknownUser => new(404, 10013, "Unknown User");

    public static ApiException UnknownWebhook => new(404, 10015, "Unknown Webhook");

    public static ApiException UnknownInteraction => new(404, 10062, "Unknown interaction");

    public static ApiException AlreadyAcknowledged => new(400, 40060, "Interaction has already been acknowledged.");

    public static ApiException EmptyMessage => new(400, 50006, "Cannot send an empty message");

    public static ApiException MissingAccess => new(403, 50001, "Missing Access");

    public static ApiException MissingPermissions => new(403, 50013, "Missing Permissions");

    public static ApiException InvalidJson => new(400, 50109, "The request body contains invalid JSON.");
}
