namespace BriefingBot.Articles;

/// <summary>A half-open range of UTF-16 offsets into an article's text.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public string Of(string text) => text[Start..End];

    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    public bool Overlaps(TextSpan other) => other.Start < End && Start < other.End;
}

/// <summary>A paragraph-sized part of an article and what it is.</summary>
public readonly record struct Block(TextSpan Span, BlockKind Kind);

/// <summary>What a block of an article is; all but <see cref="Body"/> is kept out of passages and quotes.</summary>
public enum BlockKind
{
    Body,
    Headline,

    /// <summary>The line under the headline that sums the article up.</summary>
    Standfirst,

    /// <summary>A heading inside the article.</summary>
    Subheading,

    /// <summary>The text under a photo, with its agency credit.</summary>
    Caption,

    /// <summary>Bylines, "powered by" lines, newsletter and sharing prompts, copyright lines.</summary>
    Boilerplate,
}
