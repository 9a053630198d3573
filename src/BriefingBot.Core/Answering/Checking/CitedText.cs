namespace BriefingBot.Answering.Checking;

/// <summary>What a sentence cites.</summary>
/// <param name="Passage">The cited words of the article; only they can support a sentence.</param>
/// <param name="Title">The article's headline; it may give a person's full name or an abbreviation in full, nothing else.</param>
/// <param name="Source">The outlet, which a sentence may name.</param>
/// <param name="Published">The day that "Tuesday" or "last month" is reckoned from; null when unknown.</param>
/// <param name="Surroundings">The article around the passage, read for names and abbreviations only; may be empty.</param>
public sealed record CitedText(string Passage, string Title = "", string Source = "", DateOnly? Published = null, string Surroundings = "");
