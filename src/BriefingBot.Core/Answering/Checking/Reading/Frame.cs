namespace BriefingBot.Answering.Checking.Reading;

/// <summary>Who does something to whom, as indices of words: several where it cannot be told exactly.</summary>
internal sealed record Frame(int Verb, IReadOnlyList<int> Agents, IReadOnlyList<int> Patients, bool IsPassive);
