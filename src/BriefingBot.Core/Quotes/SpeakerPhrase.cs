namespace BriefingBot.Quotes;

internal enum PhraseKind
{
    /// <summary>A name with a role, an honorific or a known given name.</summary>
    Person,

    /// <summary>A name that may be a person's or an organisation's.</summary>
    Name,

    /// <summary>Someone unnamed, kept as worded: "a western diplomat in Algeria".</summary>
    Described,

    /// <summary>An organisation or a group: "The Pentagon", "Algeria's presidency".</summary>
    Group,

    Pronoun,
}

/// <summary>How a text names the one who speaks.</summary>
/// <param name="Words">The name without role and honorific, the pronoun, or the description as worded.</param>
/// <param name="Position">Where the phrase starts in the article's text.</param>
/// <param name="Honorific">"Mr", "Ms", … before the name; empty when none.</param>
internal sealed record SpeakerPhrase(string Words, string? Role, PhraseKind Kind, int Position, string Honorific = "")
{
    public bool IsNamed => Kind is PhraseKind.Person or PhraseKind.Name;

    /// <summary>The name that the article goes on using: without "Jr." and the like.</summary>
    public string LastName
    {
        get
        {
            var name = Words.AsSpan();
            while (name.LastIndexOf(' ') is > 0 and var space && name[(space + 1)..].TrimEnd('.') is "Jr" or "Sr" or "II" or "III" or "IV") name = name[..space];
            return name[(name.LastIndexOf(' ') + 1)..].ToString();
        }
    }

    /// <summary>Whether more than a last name is given.</summary>
    public bool IsFull => Words.IndexOf(LastName, StringComparison.Ordinal) > 0;

    public Gender Gender => Honorific.TrimEnd('.') switch
    {
        "Mr" or "Sir" => Gender.Male,
        "Mrs" or "Ms" or "Miss" or "Dame" => Gender.Female,
        _ => Kind == PhraseKind.Person || Words.Contains(' ') ? FirstNames.Of(Words.AsSpan(0, Math.Max(0, Words.IndexOf(' ')))) : Gender.Unknown,
    };
}
