namespace BriefingBot.Chat.Replies;

/// <summary>What is said in reply, in parts that each platform lays out its own way.</summary>
/// <param name="Private">Only the person who asked may see it.</param>
/// <param name="Parts">In reading order. All text in them is foreign: escape it.</param>
/// <param name="Buttons">What can be done next; may be empty.</param>
public sealed record ChatReply(bool Private, IReadOnlyList<ReplyPart> Parts, IReadOnlyList<ReplyButton> Buttons)
{
    public static ChatReply Of(bool isPrivate, params IReadOnlyList<ReplyPart> parts) => new(isPrivate, parts, []);
}

/// <summary>A button under a reply.</summary>
/// <param name="Id">Opaque, at most 32 ASCII letters, digits, "-" and "_"; what it means is in the store.</param>
/// <param name="Label">At most 24 characters.</param>
public sealed record ReplyButton(string Id, ButtonAction Action, string Label);

public enum ButtonAction
{
    ShowQuotes,
    Widen,
    Narrow,
    Share,
    Helpful,
    NotHelpful,
    WrongCitation,
}
