using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>Who did something must be who did it in the passages, and an office must be held by who holds it there.</summary>
internal static class RoleCheck
{
    private const int RoleReach = 3;

    public static IEnumerable<Objection> Find(Alignment alignment)
    {
        var mine = new FrameReader(alignment.Words).Read();
        var theirs = alignment.Evidence.Passages.SelectMany((p, i) => new FrameReader(p.Words).Read().Select(f => (Text: p, Frame: f))).ToList();
        foreach (var frame in mine.Where(f => !alignment.Words[f.Verb].InQuotes && !IsLight(alignment.Words[f.Verb])))
        {
            if (IsRelative(alignment.Words, frame) || alignment.KeptSubject(frame.Verb) >= 0) continue;
            var verb = alignment.Words[frame.Verb];
            if (GrammarWords.Generic.Contains(verb.Lower) && !Names(alignment.Words, frame.Agents.Concat(frame.Patients)).Any()) continue;
            var same = theirs.Where(t => verb.Stem == t.Text.Words[t.Frame.Verb].Stem && IsOrigin(alignment, frame.Verb, t.Text, t.Frame.Verb)).ToList();
            if (IsDoneByAnother(alignment, frame, mine, [.. same.Where(t => t.Frame.Agents.Count > 0)])
                || IsDoneToAnother(alignment, frame, [.. same.Where(t => t.Frame.Patients.Count > 0)]))
            {
                yield return new Objection(ObjectionKind.Role, verb.Text, $"the cited passages say “{verb.Text}” of someone else");
            }
        }

        foreach (var objection in Offices(alignment)) yield return objection;
    }

    // Of a shortened sentence's verb it is known which one it was.
    private static bool IsOrigin(Alignment alignment, int mine, TextReading text, int theirs) =>
        !alignment.IsClose || (alignment.Provenance[mine] is { } place && place.Index == theirs && alignment.Evidence.Passages[place.Passage] == text
            && !text.Words.Any(w => w.Clause == text.Words[theirs].Clause && w.Span.Start < text.Words[theirs].Span.Start && (GrammarWords.Pronouns.Contains(w.Lower) || GrammarWords.Relatives.Contains(w.Lower))));

    private static bool IsDoneByAnother(Alignment alignment, Frame frame, List<Frame> mine, List<(TextReading Text, Frame Frame)> same) =>
        frame.Agents.Count > 0 && same.Count > 0 && !same.Any(t => AreSame(alignment, frame.Agents, t.Text.Words, t.Frame.Agents))
        && (same.Any(t => IsSwapped(alignment, frame, mine, t.Text, t.Frame)) || AreOtherNames(alignment.Words, frame.Agents, same, f => f.Agents));

    private static bool IsDoneToAnother(Alignment alignment, Frame frame, List<(TextReading Text, Frame Frame)> same) =>
        frame.IsPassive && same.Count > 0 && !same.Any(t => AreSame(alignment, frame.Patients, t.Text.Words, t.Frame.Patients))
        && AreOtherNames(alignment.Words, frame.Patients, same, f => f.Patients);

    private static bool IsLight(Word verb) =>
        GrammarWords.Light.Contains(verb.Lower) && !verb.Stem.Contains('_', StringComparison.Ordinal) && verb.Lower is not ("called" or "described");

    // "A bill that would let …": the agent is anyone's guess.
    private static bool IsRelative(IReadOnlyList<Word> words, Frame frame) =>
        frame.Agents.All(i => words[i].Clause != words[frame.Verb].Clause)
            && words.First(w => w.Clause == words[frame.Verb].Clause).Lower is "that" or "which" && !frame.IsPassive;

    private static bool Overlap(IReadOnlyList<Word> a, IEnumerable<int> first, IReadOnlyList<Word> b, IEnumerable<int> second) =>
        first.Any(i => second.Any(j => a[i].Means(b[j]) || Demonyms.SamePlace(a[i].Lower, b[j].Lower)));

    // Of two with names, what stands around the names proves nothing, unless it is an office.
    private static bool AreSame(Alignment alignment, IReadOnlyList<int> first, IReadOnlyList<Word> b, IReadOnlyList<int> second)
    {
        var a = alignment.Words;
        if (alignment.Actors.AreSame(first, [.. second.Select(i => b[i])])) return true;
        if (!Names(a, first).Any() || !Names(b, second).Any()) return Overlap(a, first, b, second);
        return Overlap(a, first.Where(i => a[i].Is(WordKind.Name) || SpeechWords.IsRole(a[i].Lower)), b, second) || Abbreviates(a, first, b, second)
            || Abbreviates(b, second, a, first);
    }

    // "The WHO" for "the World Health Organization".
    private static bool Abbreviates(IReadOnlyList<Word> a, IEnumerable<int> first, IReadOnlyList<Word> b, IEnumerable<int> second)
    {
        var initials = Names(b, second).Select(i => b[i].Text[0]).ToHashSet();
        return Names(a, first).Any(i => NameCheck.IsAbbreviation(a[i].Text) && a[i].Text.All(c => c == '.' || initials.Contains(c)));
    }

    private static bool IsSwapped(Alignment alignment, Frame frame, List<Frame> mine, TextReading text, Frame other)
    {
        var (words, theirs) = (alignment.Words, text.Words);
        // The agent is the one it was done to.
        if (Overlap(words, Names(words, frame.Agents), theirs, Names(theirs, other.Patients))) return true;
        // Who did it does something else in the sentence, or has it done to them.
        return Overlap(words, Names(words, frame.Patients), theirs, other.Agents) || mine.Any(f => f != frame
            && Overlap(words, f.Agents.Except(frame.Agents), theirs, other.Agents));
    }

    private static bool AreOtherNames(IReadOnlyList<Word> words, IReadOnlyList<int> mine, List<(TextReading Text, Frame Frame)> same, Func<Frame, IReadOnlyList<int>> theirs) =>
        Names(words, mine).Any() && same.All(t => Names(t.Text.Words, theirs(t.Frame)).Any());

    private static IEnumerable<int> Names(IReadOnlyList<Word> words, IEnumerable<int> indices) => indices.Where(i => words[i].Is(WordKind.Name));

    /// <summary>"Climate lawyer Leila Haddad" where the passage has a surgeon of that name and another lawyer.</summary>
    private static IEnumerable<Objection> Offices(Alignment alignment)
    {
        for (var i = 0; i < alignment.Words.Count; i++)
        {
            var role = alignment.Words[i];
            if (!role.Is(WordKind.Content) || role.InQuotes || !SpeechWords.IsRole(role.Lower) || role.Lower is "person" or "people" || (role.Lower == "head" && i + 1 < alignment.Words.Count && alignment.Words[i + 1].Is(WordKind.Content))) continue;
            var holders = NamesBeside(alignment.Words, i);
            if (holders.Count == 0) continue;
            var known = alignment.Evidence.Passages.SelectMany(p => Enumerable.Range(0, p.Words.Count).Where(j => p.Words[j].Lower == role.Lower).Select(j => NamesBeside(p.Words, j))).ToList();
            if (known.Count == 0 || known.Any(k => k.Count == 0 || k.Any(n => holders.Any(h => n == h || Demonyms.SamePlace(n, h))))) continue;
            yield return new Objection(ObjectionKind.Role, role.Text, $"the cited passages call someone else {role.Lower}");
        }
    }

    // "The mayor, Walt Brubaker"
    private static bool IsBeside(IReadOnlyList<Word> words, int name, int role) =>
        Enumerable.Range(Math.Min(name, role) + 1, Math.Abs(name - role) - 1).All(i => words[i].Is(WordKind.Name) || GrammarWords.Determiners.Contains(words[i].Lower) || (words[i].Is(WordKind.Content) && !ClauseReader.IsVerb(words[i]))) && !words[Math.Min(name, role)].OpensSentence;

    // "The mayor of Brenn, Walt Brubaker": the town holds no office.
    private static int Behind(IReadOnlyList<Word> words, int role)
    {
        if (role + 1 >= words.Count || words[role + 1].Lower is not ("of" or "for" or "at")) return role;
        var last = role + 1;
        while (last + 1 < words.Count && words[last + 1].Clause == words[role].Clause) last++;
        return last + 1 < words.Count && words[last + 1].Is(WordKind.Name) && words[last + 1].Sentence == words[role].Sentence ? last : role;
    }

    private static HashSet<string> NamesBeside(IReadOnlyList<Word> words, int at)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var behind = Behind(words, at);
        for (var i = Math.Max(0, at - RoleReach); i <= Math.Min(words.Count - 1, behind + RoleReach); i++)
        {
            if (i > at && i <= behind) continue;
            if (words[i].Is(WordKind.Name) && words[i].Sentence == words[at].Sentence && (words[i].Clause == words[at].Clause || IsBeside(words, i, at))) names.Add(words[i].Lower);
        }

        return names;
    }
}
