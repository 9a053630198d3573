using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Simulators.Slack.WebApi;

/// <summary>Which conversations the bot sees, reads and writes.</summary>
internal sealed class ChannelAccess(SimulatorSettings settings, World world)
{
    /// <summary>A private conversation that the bot is not in does not exist for it.</summary>
    public SimChannel Visible(ApiRequest request, string argument = "channel")
    {
        var channel = world.Channel(request.Text(argument));
        return channel is null || channel.Kind != ChannelKind.Public && !channel.BotIsMember ? throw new ApiException("channel_not_found") : channel;
    }

    /// <summary>As <see cref="Visible"/>, where the scope depends on the kind of conversation, such as <c>channels:history</c>.</summary>
    public SimChannel Readable(ApiRequest request, string right)
    {
        var channel = Visible(request);
        var scope = $"{channel.ScopeName}:{right}";
        return settings.Scopes.Contains(scope) ? channel : throw WebApiServer.MissingScope(settings, scope);
    }

    /// <summary>A person's id stands for the direct message with them.</summary>
    public SimChannel Writable(ApiRequest request)
    {
        var channel = world.User(request.Required("channel", "channel_not_found")) is { IsBot: false } user ? world.DirectMessage(user) : Visible(request);
        if (channel.IsArchived) throw new ApiException("is_archived");
        return channel.BotIsMember || settings.Scopes.Contains("chat:write.public") && channel.Kind == ChannelKind.Public ? channel : throw new ApiException("not_in_channel");
    }
}
