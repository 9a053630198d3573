using BriefingBot.Answering.Checking;

namespace BriefingBot.Tests.Answering.Checking;

/// <summary>Short forms for the checker's tests; the passage is of Thursday, 12 March 2026.</summary>
internal static class Verdict
{
    public static void Supported(string passage, string sentence, string title = "", string surroundings = "") =>
        Assert.Equal("", On(passage, sentence, title, surroundings).Reason);

    public static void Refused(ObjectionKind kind, string passage, string sentence) =>
        Assert.Contains(On(passage, sentence).Objections, o => o.Kind == kind);

    public static SupportVerdict On(string passage, string sentence, string title = "", string surroundings = "") =>
        ParaphraseChecker.Judge(sentence, [new CitedText(passage, title, "Tarvik Post", new DateOnly(2026, 3, 12), surroundings)]);
}
