namespace BriefingBot.Quotes;

internal enum Nature
{
    Unknown,
    Person,
    Organisation,
}

/// <summary>Someone who is named or speaks in an article, under the fullest name the article gives.</summary>
internal sealed class Voice(string name, string? role, Nature nature, Gender gender, int position)
{
    public string Name { get; } = name;

    /// <summary>The first role the article gives.</summary>
    public string? Role { get; set; } = role;

    public Nature Nature { get; set; } = nature;

    public Gender Gender { get; set; } = gender;

    /// <summary>Where the article first names it.</summary>
    public int Position { get; } = position;

    /// <summary>How often the article names it outside quotation marks.</summary>
    public int Mentions { get; set; }

    /// <summary>Whether "he" or "she" may mean this one.</summary>
    public bool Fits(Gender pronoun) => Nature == Nature.Person && (Gender == Gender.Unknown || pronoun == Gender.Unknown || Gender == pronoun);
}
