using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Retrieval.Outlets;

/// <summary>
/// The outlets whose articles are held, and where a question asks for one of them. A name alone is no wish for a source
/// ("Which company bought CNN?"); it needs the words of attribution around it. Build it once per set of sources.
/// </summary>
public sealed class KnownSources
{
    private readonly FrozenDictionary<string, string[]> _byKey;

    /// <param name="sources">As stored: names ("The National") or domains ("cnn.com").</param>
    public KnownSources(IEnumerable<string> sources) => _byKey = sources
        .Distinct(StringComparer.Ordinal)
        .SelectMany(source => SourceName.KeysOf(source).Distinct().Select(key => (key, source)))
        .GroupBy(pair => pair.key, pair => pair.source)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The outlets the question asks for, in order, longest names first; empty when it asks for none.</summary>
    public IReadOnlyList<SourceMention> In(string question)
    {
        if (_byKey.Count == 0) return [];
        var found = new List<SourceMention>();
        var words = NameWords(question);
        for (var first = 0; first < words.Count; first++)
        {
            if (Longest(question, words, first) is not { } mention) continue;
            found.Add(mention);
            while (first + 1 < words.Count && words[first + 1].Start < mention.Span.End) first++;
        }

        return found;
    }

    /// <summary>The stored outlets that a name given by hand means; the name itself when none is known by it.</summary>
    public IReadOnlyList<string> Called(string name) =>
        SourceName.KeysOf(name).Select(key => _byKey.GetValueOrDefault(key)).FirstOrDefault(sources => sources is not null) ?? [name];

    private SourceMention? Longest(string question, List<TextSpan> words, int first)
    {
        for (var last = Math.Min(words.Count, first + SourceName.MaxWords) - 1; last >= first; last--)
        {
            var span = new TextSpan(words[first].Start, words[last].End);
            if (!_byKey.TryGetValue(SourceName.KeyOf(question, span), out var sources)) continue;
            var article = span.Of(question).StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
            var name = span with { Start = span.Start + article };
            if (IsWrittenAsName(question, name) && Attribution.IsAsked(question, name)) return new SourceMention(sources, name);
        }

        return null;
    }

    /// <summary>"this week" is not The Week. An everyday word counts as a name with a capital, and not one that starts the sentence.</summary>
    private static bool IsWrittenAsName(string question, TextSpan name)
    {
        if (SourceName.IsDomain(name.Of(question)) || !SourceName.IsEveryday(SourceName.KeyOf(question, name))) return true;
        return char.IsUpper(question[name.Start]) && name.Start > 0;
    }

    /// <summary>Words with their inner dots, hyphens and ampersands, without a possessive's ending.</summary>
    private static List<TextSpan> NameWords(string question)
    {
        var words = new List<TextSpan>();
        for (var i = 0; i < question.Length; i++)
        {
            if (!char.IsLetterOrDigit(question[i])) continue;
            var start = i;
            while (i < question.Length && (char.IsLetterOrDigit(question[i]) || (question[i] is '.' or '-' or '&' && i + 1 < question.Length && char.IsLetterOrDigit(question[i + 1])))) i++;
            words.Add(new TextSpan(start, i));
            if (i + 1 < question.Length && question[i] is '\'' or '’' && question[i + 1] is 's') i++;
        }

        return words;
    }
}
