using BriefingBot.Answering;
using BriefingBot.Answering.Synthesis;
using BriefingBot.Articles;
using BriefingBot.Chat;
using BriefingBot.Chat.Corrections;
using BriefingBot.Chat.Feedback;
using BriefingBot.Chat.Alerts;
using BriefingBot.Chat.Uploads;
using BriefingBot.Discord;
using BriefingBot.Feeds;
using BriefingBot.Hosting;
using BriefingBot.SemanticKernel;
using BriefingBot.Slack;
using BriefingBot.SqliteStore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot;

/// <summary>The configuration: where it comes from, which sections it has, and what is checked before anything starts.</summary>
public static class Settings
{
    public const string DefaultFile = "appsettings.json";
    public const string EnvironmentPrefix = "BRIEFINGBOT_";

    private const string NoTime =
        $"{ChatOptions.Section}:{nameof(ChatOptions.AnswerSeconds)} has to be more than {SynthesisOptions.Section}:{nameof(SynthesisOptions.AnswerSeconds)} and "
        + $"{SynthesisOptions.Section}:{nameof(SynthesisOptions.RewriteSeconds)} together, so that there is time for an answer when the model took all of its own.";

    /// <summary>Later sources win: file, environment, command line.</summary>
    /// <param name="file">A file that must be there, or null for <see cref="DefaultFile"/> if there is one.</param>
    /// <exception cref="FileNotFoundException">The named file is not there.</exception>
    /// <exception cref="InvalidDataException">It is not JSON.</exception>
    public static IConfigurationBuilder AddSettings(
        this IConfigurationBuilder configuration, string? file, IEnumerable<KeyValuePair<string, string?>> commandLine) => configuration
        .AddJsonFile(Path.GetFullPath(file ?? DefaultFile), optional: file is null, reloadOnChange: false)
        .AddEnvironmentVariables(EnvironmentPrefix)
        .AddInMemoryCollection(commandLine);

    /// <summary>Binds and checks every section; a value is also available as itself.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddOptions<ChatOptions>().Validate<SynthesisOptions, LlmOptions>(LeavesTime, NoTime);
        return services.AddSections();
    }

    private static IServiceCollection AddSections(this IServiceCollection services) => services
        .AddSection<ArticlesOptions>(ArticlesOptions.Section, o => o.Problems())
        .AddSection<FeedsOptions>(FeedsOptions.Section, o => o.Problems())
        .AddSection<DataOptions>(DataOptions.Section, o => o.Problems())
        .AddSection<AnswerOptions>(AnswerOptions.Section, o => o.Problems())
        .AddSection<SynthesisOptions>(SynthesisOptions.Section, o => o.Problems())
        .AddSection<ChatOptions>(ChatOptions.Section, o => o.Problems())
        .AddSection<CorrectionOptions>(CorrectionOptions.Section, o => o.Problems())
        .AddSection<GapReportOptions>(GapReportOptions.Section, o => o.Problems())
        .AddSection<AlertsOptions>(AlertsOptions.Section, o => o.Problems())
        .AddSection<UploadsOptions>(UploadsOptions.Section, o => o.Problems())
        .AddSection<WebOptions>(WebOptions.Section, o => o.Problems())
        .AddSection<DiscordOptions>(DiscordOptions.Section, o => o.Problems())
        .AddSection<SlackOptions>(SlackOptions.Section, o => o.Problems())
        .AddSection<LlmOptions>(LlmOptions.Section, o => o.Problems());

    /// <summary>What is wrong with the configuration, a line for each problem; null when the exception is about something else.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        AggregateException several when several.InnerExceptions.All(e => Explain(e) is not null) =>
            string.Join(Environment.NewLine, several.InnerExceptions.Select(Explain).Distinct()),
        FileNotFoundException => exception.Message,
        InvalidDataException unreadable => $"{unreadable.Message} {unreadable.GetBaseException().Message}",
        // The binder has no exception type of its own; its messages name key, value and type.
        InvalidOperationException => exception.Message,
        _ => null,
    };

    /// <summary>An answer cut off while the model writes would be begun anew, and never be given without it.</summary>
    private static bool LeavesTime(ChatOptions chat, SynthesisOptions synthesis, LlmOptions model) =>
        !model.IsOn || chat.AnswerSeconds > synthesis.AnswerSeconds + synthesis.RewriteSeconds;

    private static IServiceCollection AddSection<T>(this IServiceCollection services, string section, Func<T, IEnumerable<string>> problems)
        where T : class
    {
        services.AddOptions<T>().BindConfiguration(section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<T>>(provider =>
                new SectionValidator<T>(provider.GetRequiredService<IConfiguration>().GetSection(section), problems))
            .AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
    }

    /// <summary>Finds misspelt keys, which the binder would pass over, and values out of range.</summary>
    private sealed class SectionValidator<T>(IConfigurationSection section, Func<T, IEnumerable<string>> problems) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            List<string> found = [.. UnknownKeys(), .. problems(options)];
            return found.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
        }

        private IEnumerable<string> UnknownKeys()
        {
            var known = typeof(T).GetProperties().Where(p => p.SetMethod is not null).Select(p => p.Name).ToList();
            return section.GetChildren()
                .Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                .Select(child => $"{child.Path} is not a setting; {section.Key} has {string.Join(", ", known)}.");
        }
    }
}
