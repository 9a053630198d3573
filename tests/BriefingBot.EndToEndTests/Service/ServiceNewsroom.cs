using BriefingBot.EndToEndTests.CommandLine;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>
/// A newsroom's articles and the real program as a service among simulated platforms. As the fixture of a class it is
/// shared: each test takes channels and people of its own.
/// </summary>
public abstract class ServiceNewsroom : IAsyncLifetime
{
    private RunningService? _service;

    internal Newsroom Room { get; } = new();

    internal RunningService Service => _service ?? throw new InvalidOperationException("The service is not running.");

    internal string Errors => Service.Errors;

    /// <summary>The program's settings.</summary>
    private protected abstract IEnumerable<(string Key, string Value)> Settings { get; }

    public virtual async ValueTask InitializeAsync()
    {
        Start();
        await OnlineAsync();
    }

    internal void Start() => _service = RunningService.Start(Room, Settings);

    /// <summary>Until the bot itself knows that it is: what breaks before that takes its connection along.</summary>
    internal abstract Task OnlineAsync();

    internal virtual Task KillAsync() => Service.KillAsync();

    internal async Task RestartAsync()
    {
        await KillAsync();
        Start();
        await OnlineAsync();
    }

    internal Task UntilAsync(Func<bool> condition, string what, double seconds = 30) => Service.UntilAsync(condition, what, seconds);

    /// <summary>Does something and gives the message that is shown then and was not before.</summary>
    private protected async Task<T> NewAsync<T>(Func<IEnumerable<T>> shown, Func<T, string> text, Action act)
        where T : class
    {
        var before = shown().ToHashSet();
        act();
        T? answer = null;
        // On a busy machine the bot says first that it is at work.
        await UntilAsync(
            () => (answer = shown().FirstOrDefault(message => !before.Contains(message) && !IsProgress(text(message)))) is not null, "an answer came");
        return answer!;
    }

    private static bool IsProgress(string text) => text.StartsWith("Searching", StringComparison.Ordinal) || text.StartsWith("Reading what", StringComparison.Ordinal);

    public virtual async ValueTask DisposeAsync()
    {
        if (_service is not null) await _service.DisposeAsync();
        Room.Dispose();
        GC.SuppressFinalize(this);
    }
}
