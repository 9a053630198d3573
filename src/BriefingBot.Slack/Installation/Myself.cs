using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack.Installation;

/// <summary>Who the bot is: asked once, when it is first needed, as a token never changes whom it stands for.</summary>
internal sealed class Myself(SlackWebApi api)
{
    private Identity? _identity;

    public async ValueTask<Identity> GetAsync(CancellationToken cancellation) => _identity ??= await api.TestAuthAsync(cancellation);
}
