namespace BriefingBot.Answering.Checking;

/// <summary>Every number that refusing a rewritten sentence rests on; calibrated on the labelled sets (tests/README.md).</summary>
internal static class CheckingWeights
{
    /// <summary>What a word counts as company when it stands in another clause.</summary>
    public const double OtherClause = 0.5;

    /// <summary>A number or date keeps other company when another one's is this much more alike.</summary>
    public const double OtherFigure = 0.22;
    public const double OtherDate = 0.28;

    /// <summary>A word has the other direction when its opposite's company is this much more alike.</summary>
    public const double OtherDirection = 0.05;

    /// <summary>Alikeness from which on two words are about one matter.</summary>
    public const double SameMatter = 0.25;

    /// <summary>By how much another word of like meaning has to keep more alike company than the word itself.</summary>
    public const double SameWord = 0.5;

    /// <summary>Alikeness from which on a word of like meaning surely stands for another.</summary>
    public const double SureCompany = 0.2;

    /// <summary>Share of a sentence's content that the passages have to hold.</summary>
    public const double Coverage = 0.45;

    /// <summary>What a name or a figure counts for beside a word.</summary>
    public const double NameOrFigure = 0.35;

    /// <summary>What the word that a clause states counts for when denials are compared.</summary>
    public const int Predicate = 3;
    public const int GenericPredicate = 2;

    /// <summary>Share of one clause's content, when the clause is long enough to tell.</summary>
    public const double ClauseCoverage = 0.2;
    public const int ClauseWords = 4;

    /// <summary>Share of a clause's words that a passage hedges from which on the clause must be hedged, too.</summary>
    public const double HedgedShare = 0.5;

    /// <summary>Words that say something new from which on a sentence, or a clause of it, is refused.</summary>
    public const int News = 3;
    public const int NewsInClause = 2;
    public const double NewsShare = 0.35;

    /// <summary>What a verb of telling and the like counts for.</summary>
    public const double LightWord = 0.25;

    /// <summary>Letters that two stems have to share to count as one family ("hospital", "hospitalised") for coverage.</summary>
    public const int FamilyPrefix = 5;

    /// <summary>What of a clause has to stand with other names, and how much less with its own, for it to be told of the wrong one.</summary>
    public const double Company = 2;
    public const double OtherName = 2;

    /// <summary>How much of a statement a passage's statement has to hold to be the one it was taken from, in words and as a share.</summary>
    public const double StatedWords = 1.4;
    public const double StatedShare = 0.5;

    /// <summary>How near to the best another statement has to come to count as well.</summary>
    public const double AsGood = 0.75;

    /// <summary>What a word that any retelling may use counts for.</summary>
    public const double GenericWord = 0.5;

    /// <summary>How many times a number may be what "more than" says.</summary>
    public const decimal LowerBound = 1.5m;

    /// <summary>The smallest number that may be a difference or a sum of two: small ones are so by chance.</summary>
    public const decimal SmallestDerived = 20;

    /// <summary>Alikeness from which on two numbers stand in one place.</summary>
    public const double SamePlace = 0.7;

    /// <summary>Points that "about a third" and "less than half" may be off.</summary>
    public const decimal RoughShare = 3;
    public const decimal LooseShare = 12;

    public const int ShortForm = 4;

    /// <summary>How far a rounded number may be off.</summary>
    public const decimal Rounding = 0.05m;
}
