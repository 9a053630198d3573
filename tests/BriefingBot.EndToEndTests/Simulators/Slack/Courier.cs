using BriefingBot.EndToEndTests.Simulators.Slack.People;
using BriefingBot.EndToEndTests.Simulators.Slack.SocketMode;

namespace BriefingBot.EndToEndTests.Simulators.Slack;

/// <summary>
/// Brings deliveries to the app, by its sockets or its request URLs, and events again when they are not acknowledged:
/// https://docs.slack.dev/apis/events-api/#retries. A person's action is not repeated; they are told that it failed.
/// </summary>
internal sealed class Courier(SimulatorSettings settings, World world, SocketServer sockets, RequestUrls urls)
{
    private readonly List<ITimer> _retries = [];
    private bool _stopped;

    public void Deliver(SimDelivery delivery)
    {
        world.Deliveries.Add(delivery);
        Attempt(delivery);
    }

    public void Stop()
    {
        lock (world.Sync)
        {
            _stopped = true;
            _retries.ForEach(retry => retry.Dispose());
        }
    }

    private void Attempt(SimDelivery delivery)
    {
        lock (world.Sync)
        {
            if (_stopped || delivery.AcknowledgedAt is not null) return;
            var retry = delivery.Attempts++;
            if (urls.AreSet) urls.Send(delivery, retry, failure => Done(delivery, failure));
            else if (!sockets.TrySend(delivery, retry, failure => Done(delivery, failure))) Done(delivery, "connection_failed");
        }
    }

    /// <param name="failure">Null when it was acknowledged in time.</param>
    private void Done(SimDelivery delivery, string? failure)
    {
        lock (world.Sync)
        {
            if (delivery.AcknowledgedAt is not null) return;
            if (failure is null)
            {
                delivery.AcknowledgedAt = world.Now;
                delivery.Acknowledged?.Invoke(delivery.AcceptsResponse ? delivery.Response : null);
                return;
            }

            delivery.Failure = failure;
            if (!delivery.IsEvent || delivery.Attempts > settings.RetryDelays.Count || _stopped) delivery.IsGivenUp = true;
            else _retries.Add(settings.Time.CreateTimer(_ => Attempt(delivery), null, settings.RetryDelays[delivery.Attempts - 1], Timeout.InfiniteTimeSpan));
            delivery.Failures++;
        }
    }
}
