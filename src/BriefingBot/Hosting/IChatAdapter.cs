using BriefingBot.CommandLine;
using Microsoft.AspNetCore.Routing;

namespace BriefingBot.Hosting;

/// <summary>A chat platform as the service runs it.</summary>
internal interface IChatAdapter
{
    string Name { get; }

    /// <summary>It has what it needs for answering.</summary>
    bool IsOn { get; }

    /// <summary>How it is on, or which key turns it on.</summary>
    string Statement { get; }

    /// <summary>Answers until cancelled.</summary>
    /// <exception cref="UsageException">It cannot go on before someone changes something, which the message says.</exception>
    Task RunAsync(CancellationToken cancellation);

    /// <summary>Adds the addresses that the platform sends to. They take requests from before <see cref="RunAsync"/> on.</summary>
    void Map(IEndpointRouteBuilder endpoints);
}
