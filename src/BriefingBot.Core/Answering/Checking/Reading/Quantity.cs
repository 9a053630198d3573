namespace BriefingBot.Answering.Checking.Reading;

/// <summary>A number that a text states, in digits or in words.</summary>
/// <param name="Unit">"%", "points", an ISO 4217 code or a word such as "crown"; empty for a plain number.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="Last">Index of its last word, unit included.</param>
internal sealed record Quantity(decimal Value, string Unit, int First, int Last)
{
    /// <summary>Another value it can be read as: "nine in ten" is also 90 %; "14m" is 14 metres, too.</summary>
    public decimal? OtherValue { get; init; }

    /// <summary>The noun within "nine patients in ten"; -1 without one.</summary>
    public int Noun { get; init; } = -1;

    public string OtherUnit { get; init; } = "";

    /// <summary>"About", "nearly", "more than".</summary>
    public bool IsRounded { get; init; }

    /// <summary>"Third", "11th".</summary>
    public bool IsOrdinal { get; init; }

    public bool Equals(decimal value, string unit) =>
        (Value == value && Fits(Unit, unit)) || (OtherValue == value && Fits(OtherUnit, unit));

    private static bool Fits(string mine, string other) =>
        mine == other || ((mine.Length == 0 || other.Length == 0) && mine is not ("%" or "points") && other is not ("%" or "points"));
}
