using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>
/// Every name must stand in a passage, in full or in part, as an abbreviation that the article or its letters
/// explain, or as a people for its country. Headline and surroundings may complete a name that the passage has.
/// </summary>
internal static class NameCheck
{
    private const int LongestAbbreviation = 7;

    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        var words = alignment.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (!IsNameLike(alignment, i) || words[i].InQuotes) continue;
            if (!IsKnown(alignment, i))
            {
                yield return new Objection(ObjectionKind.Name, words[i].Text, $"the name {words[i].Text} is not in the cited passages");
            }
            else if (i > 0 && IsMixed(alignment, i))
            {
                var name = alignment.Sentence.Of(i - 1, i);
                yield return new Objection(ObjectionKind.Name, name, $"the cited passages know no {name}");
            }
        }
    }

    private static bool IsNameLike(Alignment alignment, int at)
    {
        var word = alignment.Words[at];
        if (word.Is(WordKind.Name)) return true;
        // A first word that is followed by a verb and is not built like a common noun: "Kenya said".
        return word.Is(WordKind.Content) && word.OpensSentence && at + 1 < alignment.Words.Count && (word.IsPossessive
            || IsFollowedByVerb(alignment.Words, at)) && OpeningWords.MayBeName(word.Lower);
    }

    private static bool IsFollowedByVerb(IReadOnlyList<Word> words, int at) =>
        words[at + 1].Clause == words[at].Clause && (ClauseReader.IsVerb(words[at + 1]) || GrammarWords.Auxiliaries.Contains(words[at + 1].Lower));

    private static bool IsKnown(Alignment alignment, int at)
    {
        var word = alignment.Words[at];
        if (alignment.PlacesOf(at).Count > 0) return true;
        if (alignment.Evidence.Passages.Any(p => IsIn(alignment, word, p))) return true;
        return alignment.Evidence.Context.Any(c => IsIn(alignment, word, c)) && (Completes(alignment, at) || IsOutlet(alignment, word));
    }

    private static bool IsIn(Alignment alignment, Word word, TextReading text) =>
        text.Words.Any(w => w.Lower == word.Lower || w.Stem == word.Stem || (w.Is(WordKind.Name) && Transliteration.Same(w.Lower, word.Lower))
            || Demonyms.SamePlace(word.Lower, w.Lower))
        || Abbreviates(word.Text, text) || text.Words.Any(w => SpellsOut(alignment, word, w));

    private static bool IsOutlet(Alignment alignment, Word word) =>
        alignment.Evidence.Cited.Any(c => c.Source.Contains(word.Text, StringComparison.OrdinalIgnoreCase));

    /// <summary>The full name of someone whom the passage names in part stands in the headline or around the passage.</summary>
    private static bool Completes(Alignment alignment, int at)
    {
        var words = alignment.Words;
        foreach (var beside in new[] { at - 1, at + 1, at - 2, at + 2 })
        {
            if (beside < 0 || beside >= words.Count || !words[beside].Is(WordKind.Name) || words[beside].Clause != words[at].Clause) continue;
            if (alignment.Evidence.Passages.Any(p => p.Words.Any(w => w.Lower == words[beside].Lower))) return true;
        }

        return IsAbbreviation(words[at].Text) || alignment.Evidence.Passages.Any(p => p.Words.Any(w =>
            IsAbbreviation(w.Text) && w.Text.Contains(words[at].Text[0], StringComparison.Ordinal) && alignment.Evidence.Context.Any(c => Abbreviates(w.Text, c))));
    }

    public static bool IsAbbreviation(string text) => text.Length is >= 2 and <= LongestAbbreviation && text.All(c => char.IsUpper(c) || c == '.');

    /// <summary>"AU" for "African Union", small words counted or not.</summary>
    private static bool Abbreviates(string text, TextReading reading)
    {
        if (!IsAbbreviation(text)) return false;
        var letters = text.Replace(".", "", StringComparison.Ordinal);
        for (var i = 0; i < reading.Words.Count; i++)
        {
            if (Initials(reading, i, letters, skipSmall: true) || Initials(reading, i, letters, skipSmall: false)) return true;
        }

        return false;
    }

    private static bool Initials(TextReading reading, int from, string letters, bool skipSmall)
    {
        var matched = 0;
        for (var i = from; i < reading.Words.Count && matched < letters.Length; i++)
        {
            if (skipSmall && matched > 0 && reading.Words[i].Is(WordKind.Function)) continue;
            if (char.ToUpperInvariant(reading.Words[i].Text[0]) != letters[matched]) return false;
            matched++;
        }

        return matched == letters.Length;
    }

    // "World Health Organization" where the passage has only "WHO": the sentence's words must make up its letters.
    private static bool SpellsOut(Alignment alignment, Word word, Word abbreviation) =>
        IsAbbreviation(abbreviation.Text) && abbreviation.Text.Contains(word.Text[0], StringComparison.Ordinal) && Abbreviates(abbreviation.Text, alignment.Sentence)
        && !alignment.Evidence.Passages.Concat(alignment.Evidence.Context).Any(t => Abbreviates(abbreviation.Text, t));

    /// <summary>"Roy Marsh" when the passages know Roy Pickett and Delia Marsh.</summary>
    private static bool IsMixed(Alignment alignment, int at)
    {
        var (first, last) = (alignment.Words[at - 1], alignment.Words[at]);
        if (!first.Is(WordKind.Name) || first.Clause != last.Clause || first.IsPossessive || first.InQuotes || SpeechWords.IsRole(first.Lower)) return false;
        var texts = alignment.Evidence.Passages.Concat(alignment.Evidence.Context).ToList();
        if (texts.Any(t => Adjacent(t, first, last))) return false;
        if (texts.Any(t => NamedOtherwise(t, first, last, -1)) && !texts.Any(t => StandsAlone(t, first, 1))) return true;
        if (texts.Any(t => NamedOtherwise(t, last, first, 1)) && !texts.Any(t => StandsAlone(t, last, -1))) return true;
        return texts.Any(t => NamedOtherwise(t, first, last, -1) || NamedOtherwise(t, first, last, 1)) && texts.Any(t => NamedOtherwise(t, last, first, 1));
    }

    private static bool StandsAlone(TextReading text, Word name, int side)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (text.Words[i].Lower == name.Lower && !(i + side >= 0 && i + side < text.Words.Count && text.Words[i + side].Is(WordKind.Name) && text.Words[i + side].Clause == text.Words[i].Clause)) return true;
        }

        return false;
    }

    private static bool Adjacent(TextReading text, Word first, Word last)
    {
        for (var i = 1; i < text.Words.Count; i++)
        {
            if (text.Words[i].Lower != last.Lower && !Demonyms.SamePlace(text.Words[i].Lower, last.Lower)) continue;
            for (var j = i - 1; j >= Math.Max(0, i - 3); j--)
            {
                if (text.Words[j].Lower == first.Lower || Demonyms.SamePlace(text.Words[j].Lower, first.Lower)) return true;
            }
        }

        return false;
    }

    // The first word has another name after it, or the last another before it.
    private static bool NamedOtherwise(TextReading text, Word word, Word other, int side)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            var beside = i - side;
            if (text.Words[i].Lower == word.Lower && beside >= 0 && beside < text.Words.Count && text.Words[beside].Is(WordKind.Name)
                && text.Words[beside].Lower != other.Lower && text.Words[beside].Clause == text.Words[i].Clause) return true;
        }

        return false;
    }
}
