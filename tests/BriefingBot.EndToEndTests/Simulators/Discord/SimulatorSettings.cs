namespace BriefingBot.EndToEndTests.Simulators.Discord;

/// <summary>What a person sets in Discord's developer portal, and what Discord itself chooses.</summary>
internal sealed record SimulatorSettings
{
    public string Token { get; init; } = "MTAwMA.simulated.bot-token";

    /// <summary>The privileged intents switched on in the portal; asking for another one closes with 4014.</summary>
    public Intents Privileged { get; init; } = Intents.None;

    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>A bucket of shards may identify once in this time.</summary>
    public TimeSpan IdentifyInterval { get; init; } = TimeSpan.FromSeconds(5);

    public int MaxConcurrency { get; init; } = 1;

    public int RecommendedShards { get; init; } = 1;

    /// <summary>Above 2,500 guilds Discord closes an unsharded session with 4011.</summary>
    public bool ShardingRequired { get; init; }

    public int IdentifiesPerDay { get; init; } = 1000;

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
