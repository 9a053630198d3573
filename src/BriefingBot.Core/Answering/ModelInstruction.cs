using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>
/// Recognises text that talks to a language model instead of to readers ("Ignore all previous instructions …"), so that
/// it is neither shown as news nor given to a model. A report about such attacks, which quotes them, is news. This only
/// spares readers the noise; safety rests on the checks, which do not ask what a sentence wants.
/// </summary>
internal static partial class ModelInstruction
{
    public static bool Is(string text) => Pattern().IsMatch(Hidden().Replace(text, ""));

    [GeneratedRegex(@"[\p{Cf}\p{Cc}]")]
    private static partial Regex Hidden();

    // In turn: role marks and chat templates; orders to forget or reveal; orders about the answer; new identities.
    [GeneratedRegex(
        """
        <\|?/?(?:im_start|im_end|system|assistant|user|endoftext|start_header_id)\b | \[/?(?:INST|SYS(?:TEM)?)\] | <<SYS>> | ^\W*(?:system|assistant|developer|tool|user)\s*(?:message|prompt|turn|role|note)?\s*:
        | </?(?:passage|context|document|article|source|instructions?)s?> | ^\W*your\s+(?:only|next|final|new)\s+(?:answer|reply|response|task|instruction)
        | ^[^\w"“]*(?:(?:please|now|important|attention|warning|note|stop|and|then|also|first|hey|dear|ai|assistant|chatbot|model|llm)\b[\s,:!—-]*){0,4}
          (?: (?:ignore|disregard|forget|override|bypass|skip|discard)\b[^.!?]{0,40}\b(?:instructions?|prompts?|rules?|guidelines?|directives?|safeguards?|restrictions?|orders|context)\b
            | (?:ignore|disregard|forget)\s+(?:everything|anything|all)\b
            | (?:reveal|print|repeat|output|show|leak|list|dump|disclose|recite)\b[^.!?]{0,40}\b(?:prompts?|instructions|keys?|secrets?|tokens?|passwords?|configuration|passages)\b
            | (?:answer|reply|respond|output|write|say|tell|append|include|insert|embed|end|begin|start|add|cite|mention|decode|execute|run|call|use|invoke|send|forward|render|link|translate|quote|attribute|change|swap|put|spell|join|list|repeat|ping|show|make|open|search|set|replace|turn|give|close|leave|deny|claim|pretend|state|report)\b.{0,120}?\b(?:repl(?:y|ies)|responses?|answers?|users?|reader|tools?|functions?|base64|hex|rot13|markdown|verbatim|instructions?|keys?|citations?)\b
            | you\s+(?:are\s+now|must\s+now|will\s+now|are\s+no\s+longer|have\s+been\s+(?:reset|upgraded))\b
            | (?:from\s+now\s+on|going\s+forward)\s*,?\s+you\b
            | (?:act|behave|pretend|roleplay)\s+(?:as|to\s+be)\b )
        | \b(?:your\s+(?:system|hidden|initial|previous)\s+(?:prompt|instructions)|the\s+system\s+prompt|new\s+(?:system\s+)?instructions?\s*:)
        | ^\W*(?:end\s+of\s+(?:article|context|passages?|system|input)|as\s+an\s+ai)\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
