using BriefingBot.Articles;

namespace BriefingBot.Passages;

/// <summary>A run of whole sentences from one article's body: the unit that is indexed and retrieved.</summary>
/// <param name="Ordinal">0-based place among the article's passages.</param>
/// <param name="Span">Offsets into the article's text; never crosses a caption or other non-body block.</param>
public readonly record struct Passage(int Ordinal, TextSpan Span);
