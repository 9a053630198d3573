using BriefingBot.Tests;

namespace BriefingBot.EndToEndTests.CommandLine;

/// <summary>The sample briefings as a newcomer meets them: the questions that their README proposes, and some that they cannot answer.</summary>
public sealed class SeedsTests : IClassFixture<SeedsTests.Indexed>
{
    private readonly Indexed _seeds;

    public SeedsTests(Indexed seeds) => _seeds = seeds;

    [Theory]
    [InlineData("Who visited Algeria, and when?", "Mark Esper visited Algeria on Thursday, 1 October 2020")]
    [InlineData("What did Mark Esper discuss in Algiers?", "Libya")]
    [InlineData("What did Esper and Tebboune agree?", "maintain co-operation and co-ordination")]
    [InlineData("Why does the new constitution matter to Algeria's neighbours?", "intervene in neighbouring countries")]
    [InlineData("What did the western diplomat tell Reuters?", "it allows peace-keeping operations overseas")]
    [InlineData("How long had Bouteflika ruled Algeria?", "20 years")]
    [InlineData("When did a US defence secretary last visit Algeria?", "2006")]
    [InlineData("Who is commemorated at the cemetery in Carthage?", "6,500")]
    [InlineData("What does Algeria say about Libya?", "good terms with every side")]
    public async Task The_questions_of_the_readme_are_answered_with_citations(string question, string expected)
    {
        var answer = (await _seeds.AskAsync(question)).Json;

        Assert.Equal("answered", answer.GetProperty("status").GetString());
        Assert.Contains(expected, answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(0, answer.GetProperty("citations").GetArrayLength());
    }

    [Theory]
    [InlineData("What is Mozambique doing with its gas?")]
    [InlineData("What is the price of oil?")]
    [InlineData("Who won the football cup?")]
    public async Task What_the_briefings_do_not_hold_is_said_to_be_missing(string question)
    {
        var answer = (await _seeds.AskAsync(question)).Json;

        Assert.NotEqual("answered", answer.GetProperty("status").GetString());
        Assert.Equal(0, answer.GetProperty("citations").GetArrayLength());
        Assert.StartsWith("Not found", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reprint_of_the_wire_item_is_no_second_source()
    {
        var run = await _seeds.RunAsync("index", "--json");
        Assert.Equal(1, run.Json.GetProperty("copyGroups").GetInt32());
    }

    [Fact]
    public async Task The_diplomat_is_quoted_with_the_words_of_the_report()
    {
        var quotes = (await _seeds.RunAsync("quote", "constitution", "--speaker", "diplomat", "--json")).Json.GetProperty("quotes");

        Assert.Equal("a western diplomat in Algeria", quotes[0].GetProperty("speaker").GetString());
        Assert.Contains("peace-keeping operations overseas", quotes[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    /// <summary>Indexed once for all tests of the class.</summary>
    public sealed class Indexed : IDisposable
    {
        private readonly TempFolder _folder = new();

        public Indexed()
        {
            foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds"))) _folder.Write($"seeds/{Path.GetFileName(file)}", File.ReadAllBytes(file));
        }

        internal Task<ProgramRun> AskAsync(string question) => RunAsync("ask", question, "--json");

        internal Task<ProgramRun> RunAsync(params string[] arguments) => ProgramRun.OfAsync(_folder.FullPath, arguments);

        public void Dispose() => _folder.Dispose();
    }
}
