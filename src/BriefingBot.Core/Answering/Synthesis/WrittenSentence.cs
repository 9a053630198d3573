using BriefingBot.Answering.Checking;

namespace BriefingBot.Answering.Synthesis;

/// <summary>A sentence of a model, cleaned, with what it cites of what it was given.</summary>
/// <param name="Flaw">Why it cannot be used whatever it cites; null when nothing speaks against its form.</param>
internal sealed record WrittenSentence(string Text, IReadOnlyList<CitablePassage> Cited, Refusal? Flaw);

/// <summary>Why a sentence is not used.</summary>
/// <param name="Kind">For counting.</param>
/// <param name="Reason">A clause in plain English that is put to the model.</param>
internal sealed record Refusal(string Kind, string Reason)
{
    public static Refusal Uncited { get; } = new("uncited", "it ends without the key of a passage that was given");

    public static Refusal Markup { get; } = new("markup", "it holds an address, a mention, markup or encoded text; write plain words");

    public static Refusal Length { get; } = new("length", $"it is too short or too long; write {SentenceForm.FewestWords} to {SentenceForm.MostWords} words");

    public static Refusal Form { get; } = new("form", "it is no whole statement; write one that ends with a full stop");

    public static Refusal Leaning { get; } = new("leaning", "it begins with a word that points at another sentence; name who or what is meant");

    public static Refusal Instruction { get; } = new("instruction", "it talks to a model or about instructions instead of the news");

    public static Refusal Repetition { get; } = new("repetition", "it says again what another sentence says");

    public static Refusal Novel { get; } = new("novel", "what it says is not in the passages it cites; keep to their words");

    public static Refusal Key { get; } = new("key", "it names a key in its text; keys stand in brackets behind it only");

    public static Refusal Scattered { get; } = new("scattered", "no short part of the passages it cites bears it out; say less in one sentence, in the passage's words");

    public static Refusal Room { get; } = new("room", "the answer is long enough without it");

    public static Refusal Urging(string word) => new("urging", $"it says “{word}”, which the passages it cites do not");

    public static Refusal NotBorneOut(SupportVerdict verdict) => new(verdict.Objections[0].Kind.ToString().ToLowerInvariant(), verdict.Reason);
}
