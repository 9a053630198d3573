using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Chat;
using BriefingBot.SqliteStore;

namespace BriefingBot.CommandLine.Doctor;

/// <summary>Looks at every key of the configuration.</summary>
internal static class ConfigurationCheck
{
    private const string Check = "Configuration";

    public static IReadOnlyList<Finding> Of(Session session)
    {
        try
        {
            var chat = session.Get<ChatOptions>();
            var (articles, data, answer) = (session.Get<ArticlesOptions>(), session.Get<DataOptions>(), session.Get<AnswerOptions>());
            return
            [
                Finding.Good(Check, $"{ArticlesOptions.Section}:{nameof(articles.Paths)} = {string.Join(", ", articles.PathsOrDefault)}"),
                Finding.Good(Check, $"{DataOptions.FolderKey} = {data.Folder}"),
                Finding.Good(Check, $"{AnswerOptions.Section}:{nameof(answer.MaxSentences)} = {answer.MaxSentences}"),
                Finding.Good(Check, $"{AnswerOptions.Section}:{nameof(answer.MaxWords)} = {answer.MaxWords}"),
                Finding.Good(Check, $"{ChatOptions.Section}:{nameof(chat.DefaultCollections)} = {(chat.DefaultCollections.Count > 0 ? string.Join(", ", chat.DefaultCollections) : "all")}, also in direct messages"),
                Finding.Good(Check, $"{ChatOptions.Section}:{nameof(chat.MaxPerUserAndMinute)} = {chat.MaxPerUserAndMinute}"),
            ];
        }
        catch (UsageException e)
        {
            var problems = e.Message.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
            return [.. problems.Select(p => Finding.Problem(
                Check, p, "Correct it in the configuration file or environment; appsettings.example.json shows every key.", ExitCode.Usage))];
        }
    }
}
