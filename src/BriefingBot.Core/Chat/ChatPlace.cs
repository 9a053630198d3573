using System.Text.Json.Serialization;

namespace BriefingBot.Chat;

/// <summary>Where on a chat platform something is said. All parts are the platform's own ids.</summary>
/// <param name="Platform">The platform's name, as <see cref="Delivery.IChatPlatform.Name"/> gives it.</param>
/// <param name="Workspace">Server or team; empty for direct messages.</param>
/// <param name="Channel">The channel; of a thread, the channel it hangs in. Settings hold for it and its threads.</param>
/// <param name="Thread">The thread, also when the reply is what opens it; empty outside of threads.</param>
public sealed record ChatPlace(string Platform, string Workspace, string Channel, string Thread = "")
{
    /// <summary>The channel without the thread.</summary>
    [JsonIgnore]
    public ChatPlace Whole => Thread.Length == 0 ? this : this with { Thread = "" };
}
