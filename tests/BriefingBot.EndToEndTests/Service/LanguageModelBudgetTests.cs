using BriefingBot.EndToEndTests.Simulators.Llm;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Tokens for a person and for a day, counted over restarts.</summary>
public sealed class LanguageModelBudgetTests
{
    private const string PersonIsOver = "Llm:TokensPerUserAndDay is used up by this person until midnight UTC.";
    private const string DayIsOver = "Llm:TokensPerDay is used up until midnight UTC.";

    [Fact]
    public async Task Who_has_used_up_their_tokens_gets_the_articles_own_words_also_after_a_restart_until_the_day_is_used_up_for_all()
    {
        // A request reserves about 3,700 tokens and takes about 800: enough for one of a person, and for two in all.
        await using var scene = new ModelNewsroom(("Llm:TokensPerUserAndDay", "4200"), ("Llm:TokensPerDay", "5000")) { Writes = ModelBehaviour.Good };
        await scene.InitializeAsync();
        var (ann, ben, cem) = (scene.Window(ChatWindow.DiscordMention), scene.Window(ChatWindow.SlackMention), scene.Window(ChatWindow.DiscordCommand));

        Assert.Contains("Written by", await AskAsync(ann), StringComparison.Ordinal);
        Assert.Contains("could not write it", await AskAsync(ann), StringComparison.Ordinal);
        Assert.Contains(PersonIsOver, scene.Errors, StringComparison.Ordinal);
        var written = Written();

        await scene.RestartAsync();
        Assert.DoesNotContain(PersonIsOver, scene.Errors, StringComparison.Ordinal);
        Assert.Contains("could not write it", await AskAsync(ann), StringComparison.Ordinal);
        Assert.Contains(PersonIsOver, scene.Errors, StringComparison.Ordinal);
        Assert.Equal(written, Written());

        Assert.Contains("Written by", await AskAsync(ben), StringComparison.Ordinal);
        Assert.Contains("could not write it", await AskAsync(cem), StringComparison.Ordinal);
        Assert.Contains(DayIsOver, scene.Errors, StringComparison.Ordinal);

        // A follow-up takes a smaller request, for which there may be room.
        int Written() => scene.Llm.Requests.Count(request => !request.IsRewriting);

        Task<string> AskAsync(ChatWindow window) => window.AnswerAsync(scene, "What did the repairs to the storm wall of Port Velmar cost?");
    }
}
