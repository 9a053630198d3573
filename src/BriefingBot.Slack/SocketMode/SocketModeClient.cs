using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.SocketMode;

/// <summary>Our own client of Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode.</summary>
public sealed class SocketModeClient(SlackWebApi api, SlackOptions options, TimeProvider time, ILogger<SocketModeClient> logger, Random? random = null) : ISlackConnection
{
    public Task RunAsync(EnvelopeHandler handle, CancellationToken cancellation) => throw new NotImplementedException($"{api} {options} {time} {logger} {random}");
}
