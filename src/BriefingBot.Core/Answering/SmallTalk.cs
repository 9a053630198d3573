using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>Recognises what is no question about the news, so that it is not searched for.</summary>
internal static partial class SmallTalk
{
    public const string HelpText =
        "I answer questions about the indexed briefings, with the sentence and article behind every statement. "
        + "Ask for example \"What did the defence ministers discuss last week?\", narrow it with a period or a source "
        + "(\"since Monday\", \"according to The National\"), or ask for quotes on a topic. "
        + "When the articles do not hold the answer, I say so.";

    public static bool Is(string text) => Pattern().IsMatch(text.Trim());

    [GeneratedRegex(
        @"^(((hi|hello|hey|hiya|howdy|greetings|good (morning|afternoon|evening|day)|thanks|thank you|thx|cheers|ok|okay|bye|goodbye|test|ping)([ ,]+(there|all|everyone|bot|again|you|so much|a lot|very much))*)[\s!.,?]*)+$|^(help|/?help|\?+|what can you do|who are you|what are you|how do(es)? (you|this|it) work|how are you( (doing|today))*)[\s!.?]*$|^\W*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
