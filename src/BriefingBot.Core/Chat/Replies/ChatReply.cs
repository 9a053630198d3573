using System.Text.Json.Serialization;

namespace BriefingBot.Chat.Replies;

/// <summary>What is said in reply, in parts that each platform lays out its own way.</summary>
/// <param name="Private">Only the person who asked may see it.</param>
/// <param name="Parts">In reading order. All text in them is foreign: escape it.</param>
/// <param name="Buttons">What can be done next; may be empty.</param>
public sealed record ChatReply(bool Private, IReadOnlyList<ReplyPart> Parts, IReadOnlyList<ReplyButton> Buttons)
{
    /// <summary>Where nobody waits for a reply, there may be nothing to say.</summary>
    public static ChatReply Nothing { get; } = new(false, [], []);

    [JsonIgnore]
    public bool IsNothing => Parts.Count == 0;

    public static ChatReply Of(bool isPrivate, params IReadOnlyList<ReplyPart> parts) => new(isPrivate, parts, []);
}

/// <summary>A button under a reply.</summary>
/// <param name="Id">Opaque, at most 32 ASCII letters, digits, "-" and "_"; what it means is in the store.</param>
/// <param name="Label">At most 32 characters.</param>
public sealed record ReplyButton(string Id, ButtonAction Action, string Label)
{
    /// <summary>The story of the digest that it is about; null for buttons of other kinds.</summary>
    public string? Story { get; init; }
}

public enum ButtonAction
{
    ShowQuotes,
    Widen,
    Narrow,
    Share,
    Helpful,
    NotHelpful,
    WrongCitation,
    AskStory,

    /// <summary>Asks the answer's question once more.</summary>
    AskAgain,

    /// <summary>Tell me when something arrives on what was not answered.</summary>
    MakeAlert,
    MuteAlert,
    StopAlert,
}
