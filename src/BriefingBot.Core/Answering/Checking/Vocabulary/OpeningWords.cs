using BriefingBot.Passages;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Vocabulary;

/// <summary>
/// Tells common nouns from names where a sentence's capital hides the difference. Names win when in doubt: refusing
/// a true sentence costs less than passing a wrong name.
/// </summary>
internal static class OpeningWords
{
    private static readonly string[] CommonEndings = ["ing", "ion", "ions", "ment", "ments", "ness", "ity", "ities", "ers", "ors", "ists", "ians", "ings", "ed", "ly", "ance", "ence", "ages", "ships", "ists", "ics", "ees", "als", "ants", "ents"];

    private static readonly WordSet Common = new("""
        officials authorities police rescuers doctors scientists researchers experts analysts residents locals villagers farmers workers staff crews people children pupils students parents
        families women men teachers nurses prosecutors lawyers judges jurors lawmakers deputies senators ministers voters critics supporters opponents organisers fans players coaches rivals
        investors shares stocks prices profits sales rents wages costs rates banks firms companies businesses shops schools hospitals libraries museums trains flights buses ships roads bridges
        homes houses buildings fires floods storms winds rain snow water ice heat power electricity gas oil fuel food meat fish wheat maize crops cattle sheep wolves bees birds animals dogs
        talks protests strikes unions troops soldiers forces rebels hackers thieves robbers astronomers engineers biologists volunteers witnesses donors diplomats envoys negotiators
        inflation unemployment growth demand industry agriculture tourism traffic trade interest health education science culture art music democracy parliament government congress
        half nobody nothing everyone work life death money time evidence damage debris smoke spectators demonstrators employees customers passengers drivers motorists pensioners patients victims
        survivors investigators detectives guards miners carmakers cases deaths infections tests vaccines plans rules laws taxes tariffs proceeds results figures data documents records research
        today yesterday tomorrow later earlier customers staff bosses republicans democrats liberals conservatives socialists greens labour members leaders
        construction retraining production transport travel conditions temperatures levels numbers restrictions repairs tickets visitors artists actors singers athletes
        """);

    public static bool MayBeName(string lower) =>
        !Common.Contains(lower) && !SpeechWords.IsRole(lower) && !(lower.EndsWith('s') && SpeechWords.IsRole(lower.AsSpan(0, lower.Length - 1)))
        && !GrammarWords.Light.Contains(lower) && LikeWords.GroupsOf(EnglishTerms.StemsOf(lower).FirstOrDefault(lower)).Count == 0
        && !CommonEndings.Any(e => lower.Length > e.Length + 2 && lower.EndsWith(e, StringComparison.Ordinal));
}
