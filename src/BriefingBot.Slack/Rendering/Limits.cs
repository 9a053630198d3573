namespace BriefingBot.Slack.Rendering;

/// <summary>What Slack takes: https://docs.slack.dev/reference/block-kit and the methods' pages.</summary>
internal static class Limits
{
    /// <summary>https://docs.slack.dev/reference/block-kit/blocks: blocks of a message.</summary>
    public const int Blocks = 50;

    /// <summary>Blocks of a modal or home tab.</summary>
    public const int ViewBlocks = 100;

    /// <summary>https://docs.slack.dev/reference/block-kit/composition-objects/text-object. For rich text, none is documented; it is kept to this.</summary>
    public const int BlockText = 3000;

    /// <summary>
    /// All texts of a message's blocks. Slack refuses blocks that are too long together without saying what that is; this is
    /// within what it documents for its Markdown block (12,000).
    /// </summary>
    public const int MessageText = 11_000;

    /// <summary>https://docs.slack.dev/reference/methods/chat.update: the fallback text; posting would take ten times as much.</summary>
    public const int FallbackText = 4000;

    /// <summary>https://docs.slack.dev/reference/block-kit/blocks/actions-block.</summary>
    public const int Actions = 25;

    /// <summary>https://docs.slack.dev/reference/block-kit/block-elements/button-element.</summary>
    public const int ButtonText = 75;

    /// <summary>https://docs.slack.dev/reference/methods/chat.appendStream.</summary>
    public const int StreamText = 12_000;

    /// <summary>https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts.</summary>
    public const int SuggestedPrompts = 4;

    /// <summary>Most messages of one reply; ours. What is longer is cut off.</summary>
    public const int Messages = 5;
}
