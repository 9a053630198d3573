namespace BriefingBot.Answering.Synthesis;

/// <summary>How a model's part in an answer went.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Written">Sentences that it wrote, second attempt included.</param>
/// <param name="Refused">Refused sentences by the kind of flaw; a sentence counts once, under its gravest.</param>
/// <param name="Retried">Sentences that it was asked to write again.</param>
/// <param name="Replaced">Refused sentences in whose place an article's own sentence stands.</param>
/// <param name="Dropped">Refused sentences that nothing took the place of.</param>
/// <param name="Searches">Searches that it asked for.</param>
/// <param name="Fallback">Why the extractive answer was given instead; empty when it was not.</param>
public sealed record SynthesisReport(
    string Model, int Written, IReadOnlyDictionary<string, int> Refused, int Retried, int Replaced, int Dropped, int Searches, string Fallback, ModelUsage Usage);

/// <summary>Shows a verified piece of an answer while the rest is written; pieces follow each other and carry their citation marks.</summary>
/// <param name="piece">Plain text of ours and the articles'; to be escaped like all text of a reply.</param>
/// <param name="cancellation">Stops it.</param>
public delegate ValueTask ShowVerified(string piece, CancellationToken cancellation);
