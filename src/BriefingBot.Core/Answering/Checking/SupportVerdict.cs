namespace BriefingBot.Answering.Checking;

/// <summary>Whether the cited passages bear a sentence out.</summary>
/// <param name="Objections">Everything found against it, gravest kind of check first; empty when supported.</param>
public sealed record SupportVerdict(IReadOnlyList<Objection> Objections)
{
    public bool IsSupported => Objections.Count == 0;

    /// <summary>The objections in words, ready to be put to whoever wrote the sentence; empty when supported.</summary>
    public string Reason => string.Join("; ", Objections.Select(o => o.Reason));
}

/// <summary>One thing in a sentence that the cited passages do not bear out.</summary>
/// <param name="Subject">The words of the sentence it is about.</param>
/// <param name="Reason">A clause in plain English: <c>the number 15 million is not in the cited passages</c>.</param>
public sealed record Objection(ObjectionKind Kind, string Subject, string Reason);

/// <summary>What kind of check a sentence failed.</summary>
public enum ObjectionKind
{
    /// <summary>It carries an address, markup or invisible characters.</summary>
    ForeignMatter,

    Quotation,
    Number,
    Date,
    Name,

    /// <summary>A negation was added or lost.</summary>
    Negation,

    /// <summary>It says the opposite: rose for fell, won for lost.</summary>
    Direction,

    /// <summary>What the passage calls possible, expected or alleged is told as a fact.</summary>
    Certainty,

    /// <summary>Someone else did it.</summary>
    Role,

    /// <summary>Things belong together in the sentence that do not in the passages.</summary>
    Merge,

    /// <summary>It has other words than the passages, or in another order, where it should only be shorter.</summary>
    Wording,

    /// <summary>Too much of it is nowhere in the passages.</summary>
    Coverage,
}
