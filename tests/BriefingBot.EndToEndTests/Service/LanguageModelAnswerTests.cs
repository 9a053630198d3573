using BriefingBot.EndToEndTests.Simulators.Llm;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Answers that a model writes, on both platforms, with what goes wrong at neither.</summary>
public sealed class LanguageModelAnswerTests(LanguageModelAnswerTests.Scene scene) : IClassFixture<LanguageModelAnswerTests.Scene>
{
    public static TheoryData<string> Kinds => ChatWindow.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Its_sentences_are_the_answer_with_checked_citations_and_it_is_said_whose_words_they_are(string kind)
    {
        scene.Writes = Storm.Write;

        var answer = await scene.Window(kind).AnswerAsync(scene, Storm.Question);

        Assert.All(Storm.Sentences, sentence => Assert.Contains(sentence, answer, StringComparison.Ordinal));
        // Discord's Markdown has a backslash before the hyphen.
        Assert.Contains($"Written by {LlmSimulator.Model}, each sentence checked", answer.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Coast Courier", answer, StringComparison.Ordinal);
        Assert.Contains("Northern Ledger", answer, StringComparison.Ordinal);
        Assert.All(scene.Llm.Requests[^1].Passages, passage => Assert.DoesNotContain(passage.Key, answer, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_it_invents_beside_true_sentences_is_in_no_answer_and_no_draft(string kind)
    {
        scene.Writes = request => LlmReply.Lines([Storm.Lines(request)[0], string.Concat(ModelBehaviour.Invents(request).Pieces), .. Storm.Lines(request)[1..]]);
        var window = scene.Window(kind);

        var answer = await window.AnswerAsync(scene, Storm.Question);

        Assert.Contains(Storm.Sentences[0], answer, StringComparison.Ordinal);
        Assert.All(["resigned", "Stenhammar", "900 million"], invented => Assert.DoesNotContain(window.Drafts().Append(answer), text => text.Contains(invented, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_it_thinks_before_it_answers_is_in_no_answer_and_no_draft_even_where_it_is_true(string kind)
    {
        scene.Writes = request => LlmReply.Lines(
            ["<think>The user wants the cost.", Storm.Lines(request)[2], .. Enumerable.Repeat("Let me see.", 400), "</think>", Storm.Lines(request)[0]]);
        var window = scene.Window(kind);

        var answer = await window.AnswerAsync(scene, Storm.Question);

        Assert.Contains(Storm.Sentences[0], answer, StringComparison.Ordinal);
        Assert.Contains("Written by", answer, StringComparison.Ordinal);
        Assert.All(["The user wants", "Let me see", "think", Storm.Sentences[2]], thought => Assert.DoesNotContain(window.Drafts().Append(answer), text => text.Contains(thought, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_follow_up_is_rewritten_by_the_model_and_by_the_rules_when_it_fails(string kind)
    {
        scene.Writes = ModelBehaviour.Good;
        var window = scene.Window(kind);
        Assert.Contains("4 million tonnes", await window.AnswerAsync(scene, "How large was the wheat harvest in Morocco?"), StringComparison.Ordinal);

        scene.Rewrites = _ => LlmReply.Refusal(400, "context_length_exceeded");
        var failed = await window.FollowUpAsync(scene, "and in Tunisia?");
        scene.Rewrites = _ => LlmReply.Of("How large was the bribe of the king in Morocco?");
        var invented = await window.FollowUpAsync(scene, "and in Morocco?");
        scene.Rewrites = _ => LlmReply.Of("How large was the harvest of wheat in Tunisia?");
        var rewritten = await window.FollowUpAsync(scene, "and in Tunisia?");

        Assert.Contains("Understood as: How large was the wheat harvest in Tunisia?", failed, StringComparison.Ordinal);
        Assert.Contains("Understood as: How large was the wheat harvest in Morocco?", invented, StringComparison.Ordinal);
        Assert.Contains("Understood as: How large was the harvest of wheat in Tunisia?", rewritten, StringComparison.Ordinal);
        Assert.All([failed, rewritten], answer => Assert.Contains("1.2 million tonnes", answer, StringComparison.Ordinal));
        Assert.DoesNotContain("bribe", string.Concat(window.Drafts()), StringComparison.Ordinal);
        Assert.Contains("A follow-up was read by the rules instead of by the language model", scene.Errors, StringComparison.Ordinal);
    }

    public sealed class Scene : ModelNewsroom
    {
        public override ValueTask InitializeAsync()
        {
            Storm.Prepare(Room);
            Room.Write("seeds/wheat-morocco.md", Wheat("Morocco", "4 million"));
            Room.Write("seeds/wheat-tunisia.md", Wheat("Tunisia", "1.2 million"));
            return base.InitializeAsync();
        }

        /// <summary>After all: nobody was pinged, and nobody waited in vain.</summary>
        public override async ValueTask DisposeAsync()
        {
            Assert.Empty(Discord.PingingMessages);
            Assert.Empty(Discord.Unanswered);
            Assert.Empty(Slack.PingingMessages);
            Assert.Empty(Slack.UnfurledLinks);
            await base.DisposeAsync();
        }

        private static string Wheat(string country, string tonnes) => $"""
            ---
            id: wheat-{country}
            title: Wheat harvest in {country} announced
            source: Field Gazette
            published: 2021-07-01
            ---

            The wheat harvest in {country} was {tonnes} tonnes this year, the ministry of agriculture of {country} said.
            """;
    }
}
