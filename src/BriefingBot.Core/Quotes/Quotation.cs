using BriefingBot.Articles;

namespace BriefingBot.Quotes;

/// <summary>Direct speech in an article, word for word.</summary>
/// <param name="Span">
/// The quoted words without their quotation marks and without a final comma, which belongs to the attribution.
/// </param>
/// <param name="Text">Exactly the article's text at <paramref name="Span"/>.</param>
/// <param name="Speaker">
/// Who said it: a full name where the article gives one, else as worded ("a western diplomat in Algeria"); null when
/// the article does not say so clearly.
/// </param>
/// <param name="Role">What the article calls the speaker ("Spirit CEO"), or null.</param>
/// <param name="Direct">True for words inside quotation marks.</param>
/// <param name="Context">The whole sentences around the words, with the attribution when it stands next to them.</param>
public sealed record Quotation(TextSpan Span, string Text, string? Speaker, string? Role, bool Direct, TextSpan Context);
