using System.Text.Json.Serialization;

namespace BriefingBot.Chat.Replies;

/// <summary>One part of a reply.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "part")]
[JsonDerivedType(typeof(NoticePart), "notice")]
[JsonDerivedType(typeof(SentencesPart), "sentences")]
[JsonDerivedType(typeof(SourcesPart), "sources")]
[JsonDerivedType(typeof(ScopePart), "scope")]
[JsonDerivedType(typeof(AbstentionPart), "abstention")]
[JsonDerivedType(typeof(QuotesPart), "quotes")]
[JsonDerivedType(typeof(LibraryPart), "library")]
[JsonDerivedType(typeof(HelpPart), "help")]
[JsonDerivedType(typeof(SettingsPart), "settings")]
[JsonDerivedType(typeof(DigestPart), "digest")]
[JsonDerivedType(typeof(ListPart), "list")]
[JsonDerivedType(typeof(CorrectionPart), "correction")]
[JsonDerivedType(typeof(ProgressPart), "progress")]
[JsonDerivedType(typeof(ErrorPart), "error")]
public abstract record ReplyPart;

/// <summary>A short remark: how a follow-up was understood, thanks for feedback.</summary>
public sealed record NoticePart(string Text) : ReplyPart;

/// <summary>The answer itself.</summary>
public sealed record SentencesPart(IReadOnlyList<CitedSentence> Sentences) : ReplyPart;

/// <param name="Citations">Numbers of <see cref="SourceCard"/>s in the same reply, at least one.</param>
/// <param name="Sources">How many independent sources support it.</param>
public sealed record CitedSentence(string Text, IReadOnlyList<int> Citations, int Sources)
{
    [JsonIgnore]
    public string Corroboration => Sources == 1 ? "single source" : $"{Sources} independent sources";
}

/// <summary>What the numbers in the answer stand for.</summary>
public sealed record SourcesPart(IReadOnlyList<SourceCard> Cards) : ReplyPart;

/// <summary>An article that is cited, or named as near.</summary>
/// <param name="Number">Its citation number; 0 when it is named without being cited.</param>
/// <param name="Published">The day in words ("1 Oct 2020"), "undated", or with "inferred" behind it.</param>
/// <param name="Url">An http or https address, or empty.</param>
/// <param name="Quote">The words relied on, exactly as they stand in the article; empty when it is not cited.</param>
public sealed record SourceCard(int Number, string Title, string Source, string Published, string Url, string Quote);

/// <summary>What was searched.</summary>
public sealed record ScopePart(string Text) : ReplyPart;

/// <summary>Why there is no answer, and what can be done.</summary>
/// <param name="Wider">Articles on the question outside of the period or sources asked for.</param>
/// <param name="Nearest">Articles that came near without being about it.</param>
public sealed record AbstentionPart(
    string Text, IReadOnlyList<string> NextSteps, IReadOnlyList<SourceCard> Wider, IReadOnlyList<SourceCard> Nearest) : ReplyPart;

/// <summary>Exact words; none when nobody is quoted.</summary>
public sealed record QuotesPart(string Heading, IReadOnlyList<QuoteCard> Quotes) : ReplyPart;

/// <param name="Text">Exactly as it stands in the article.</param>
/// <param name="Speaker">Who said it, with their role; empty when the article does not say, or the words are the article's own.</param>
public sealed record QuoteCard(string Text, string Speaker, SourceCard Source);

/// <summary>What is indexed and may be seen from here.</summary>
public sealed record LibraryPart(int Articles, int Undated, string Oldest, string Newest, IReadOnlyList<NamedCount> Sources, IReadOnlyList<NamedCount> Collections) : ReplyPart;

public sealed record NamedCount(string Name, int Articles);

public sealed record HelpPart(string Text, IReadOnlyList<HelpLine> Lines) : ReplyPart;

/// <param name="Command">Name and options without any platform's marks, such as "ask question [since] [source] [private]".</param>
public sealed record HelpLine(string Command, string Meaning);

public sealed record SettingsPart(IReadOnlyList<SettingLine> Lines) : ReplyPart;

public sealed record SettingLine(string Name, string Value, string Meaning);

/// <summary>The news of a period as stories, within <see cref="Digests.DigestLimits"/>.</summary>
/// <param name="Account">The period, and what was left out and why.</param>
public sealed record DigestPart(string Heading, IReadOnlyList<StoryCard> Stories, string Account) : ReplyPart;

/// <param name="Number">Which story of the digest, from 1 up; buttons name it.</param>
/// <param name="Update">What is new since the story was sent before; empty when it was not.</param>
/// <param name="Sources">"3 independent sources".</param>
/// <param name="Links">What the sentences' numbers stand for, then further articles without a number.</param>
public sealed record StoryCard(int Number, string Headline, string Update, IReadOnlyList<StorySentence> Sentences, string Sources, IReadOnlyList<StoryLink> Links);

/// <param name="Citations">Numbers of <see cref="StoryLink"/>s of the same story, at least one.</param>
public sealed record StorySentence(string Text, IReadOnlyList<int> Citations);

/// <param name="Number">Its citation number; 0 when no sentence cites it.</param>
/// <param name="Name">The outlet; the headline where the outlet is unknown.</param>
/// <param name="Url">An http or https address, or empty.</param>
public sealed record StoryLink(int Number, string Name, string Url);

/// <summary>Things by name, and what there is to say of each.</summary>
public sealed record ListPart(string Heading, IReadOnlyList<ListLine> Lines) : ReplyPart;

public sealed record ListLine(string Name, string Text);

/// <summary>What an answer or digest rested on and is no longer so.</summary>
/// <param name="More">Further passages that changed and are not shown.</param>
/// <param name="Advice">What to do; empty for nothing.</param>
public sealed record CorrectionPart(string Heading, IReadOnlyList<CorrectionCard> Cards, int More, string Advice) : ReplyPart;

/// <summary>A cited passage that changed.</summary>
/// <param name="Story">Headline of the digest's story; empty for an answer.</param>
/// <param name="Source">Its quote is empty.</param>
/// <param name="What">What became of it, and when.</param>
/// <param name="Before">Word for word as it stood, or empty.</param>
/// <param name="After">Word for word as it stands now, or empty.</param>
public sealed record CorrectionCard(string Story, SourceCard Source, string What, string Before, string After);

/// <summary>What is being done; replaced by the reply.</summary>
public sealed record ProgressPart(string Text) : ReplyPart;

/// <summary>Why a request could not be carried out, and what to do.</summary>
public sealed record ErrorPart(string Text) : ReplyPart;
