using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Quotes;

/// <summary>A place in running text, outside quotation marks, where someone is named.</summary>
internal readonly record struct Mention(int Position, Voice Voice);

/// <summary>The full names an article gives, by last name, and where people are mentioned.</summary>
internal sealed class NameIndex
{
    // No article has more namesakes; without a bound a made-up one could cost quadratic time.
    private const int MostNamesakes = 30;

    private readonly Dictionary<string, List<Voice>> _byLastName = new(StringComparer.Ordinal);

    // Words that the article also writes small are no names: "People Trump likes".
    private readonly HashSet<string> _small = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _smallWords;

    public NameIndex(Article article, IReadOnlyList<Paragraph> paragraphs)
    {
        _smallWords = _small.GetAlternateLookup<ReadOnlySpan<char>>();
        var clauses = paragraphs.Select(p => new Clause(article.Text, p.Span)).ToList();
        foreach (var clause in clauses) NoteSmallWords(clause);

        foreach (var block in article.Blocks)
        {
            // Captions and the standfirst introduce people in full; headlines capitalise words that are no names.
            if (block.Kind is BlockKind.Caption or BlockKind.Standfirst) Read(new Clause(article.Text, block.Span), []);
        }

        for (var i = 0; i < clauses.Count; i++) Read(clauses[i], paragraphs[i].Quotes);
    }

    /// <summary>Mentions in the body outside quotation marks, in order.</summary>
    public List<Mention> Mentions { get; } = [];

    /// <summary>
    /// The one whose full name was given last before <paramref name="position"/> and ends in this last name, unless
    /// another of that name is spoken of much more: a father named in passing does not take over his son's name.
    /// </summary>
    public Voice? Find(string lastName, int position, Gender gender)
    {
        Voice? found = null;
        foreach (var voice in _byLastName.GetValueOrDefault(lastName, []))
        {
            if (voice.Position > position && found is not null) break;
            if (gender != Gender.Unknown && voice.Gender != Gender.Unknown && voice.Gender != gender) continue;
            if (found is null || !Outweighs(found, voice)) found = voice;
        }

        return found;
    }

    private static bool Outweighs(Voice earlier, Voice later) =>
        (earlier.Nature == Nature.Person && later.Nature != Nature.Person) || earlier.Mentions > later.Mentions;

    private void Read(Clause clause, IReadOnlyList<QuotedRange> quotes)
    {
        var quote = 0;
        for (var i = 0; i < clause.Count; i++)
        {
            if (!StartsName(clause, i)) continue;
            var end = RunEnd(clause, i);
            if (IsCommonWord(clause, i) && !NamePhrase.HasRole(clause, i, end)) continue;
            clause.DropPossessive(end - 1);
            if (Named(clause, i, end) is { } phrase)
            {
                var position = clause[end - 1].Start;
                while (quote < quotes.Count && quotes[quote].Close < position) quote++;
                var quoted = quote < quotes.Count && quotes[quote].Open < position;
                Add(phrase, Evidence(clause, i, end), position, quoted);
            }

            i = end - 1;
        }
    }

    private void NoteSmallWords(Clause clause)
    {
        for (var i = 0; i < clause.Count; i++)
        {
            if (clause.IsWord(i) && char.IsLower(clause.Word(i)[0])) _smallWords.Add(clause.Word(i));
        }
    }

    private void Add(SpeakerPhrase phrase, bool person, int position, bool quoted)
    {
        var voice = phrase.IsFull ? Known(phrase, position) : Find(phrase.LastName, position, phrase.Gender);
        if (voice is null) return;
        voice.Role ??= phrase.Role;
        if (voice.Gender == Gender.Unknown) voice.Gender = phrase.Gender;
        if (person || phrase.Kind == PhraseKind.Person) voice.Nature = Nature.Person;
        if (quoted) return;
        voice.Mentions++;
        Mentions.Add(new Mention(position, voice));
    }

    private Voice Known(SpeakerPhrase phrase, int position)
    {
        if (!_byLastName.TryGetValue(phrase.LastName, out var voices)) _byLastName.Add(phrase.LastName, voices = []);
        var voice = voices.Find(v => v.Name == phrase.Words || v.Name.EndsWith($" {phrase.Words}", StringComparison.Ordinal));
        if (voice is not null) return voice;
        voice = new Voice(phrase.Words, phrase.Role, Nature.Unknown, phrase.Gender, position);
        if (voices.Count < MostNamesakes) voices.Add(voice);
        return voice;
    }

    private bool IsCommonWord(Clause clause, int index)
    {
        var word = clause.Word(index);
        if (FirstNames.IsKnown(word) || clause.IsRole(index) || clause.Is(index, SpeechWords.Honorifics)) return false;
        var opensSentence = index == 0 || !clause.IsWord(index - 1);
        return _smallWords.Contains(word) || (opensSentence && word.Length > 5 && word.EndsWith("ing"));
    }

    private static bool StartsName(Clause clause, int index)
    {
        if (!clause.IsName(index) || clause.Is(index, SpeechWords.Determiners) || clause.Is(index, SpeechWords.DescriptionEnders)) return false;
        if (FirstNames.IsKnown(clause.Word(index))) return true;
        return !clause.Is(index, SpeechWords.Prepositions) && !clause.Is(index, SpeechWords.Connectors)
            && !clause.Is(index, SpeechWords.NeverInside) && !Abbreviations.StartsSentences(clause.Word(index));
    }

    private static int RunEnd(Clause clause, int start)
    {
        var end = start + 1;
        while (end < clause.Count && !clause.IsPossessive(end - 1)
            && (StartsName(clause, end) || (clause.Is(end, SpeechWords.Particles) && clause.IsCapital(end + 1)))) end++;
        return end;
    }

    private static SpeakerPhrase? Named(Clause clause, int start, int end)
    {
        var from = RoleStart(clause, start);
        var phrase = from < start ? SpeakerPhraseParser.Parse(clause, from, end, skipConnectors: false) : null;
        if (phrase is not { IsNamed: true }) phrase = NamePhrase.Read(clause, start, end);
        if (phrase is not { Role: null } || !clause.IsComma(end)) return phrase;

        var roleEnd = end + 1;
        while (clause.IsWord(roleEnd) && roleEnd - end < 15) roleEnd++;
        return clause.IsWord(roleEnd) ? phrase : phrase with { Role = SpeakerSubject.RoleIn(clause, end + 1, roleEnd) };
    }

    /// <summary>Where the words of a role before the name begin: "chief executive", "US Secretary of".</summary>
    private static int RoleStart(Clause clause, int name)
    {
        var from = name;
        if (from > 1 && clause.Word(from - 1) is "of" && clause.IsRole(from - 2) && clause.IsCapital(from - 2)) from -= 2;
        while (from > 0 && name - from < 6 && (clause.IsRole(from - 1) || clause.Is(from - 1, SpeechWords.RoleModifiers) || (from < name && StartsName(clause, from - 1)))) from--;
        return clause.IsRole(name - 1) || clause.Is(name - 1, SpeechWords.Prepositions) ? from : name;
    }

    // "X, 34, …", "X said", "said X": only people do that under a name of this shape.
    private static bool Evidence(Clause clause, int start, int end)
    {
        if (clause.IsComma(end) && clause.IsWord(end + 1) && clause.IsComma(end + 2)) return IsAge(clause.Word(end + 1));
        return end - start > 1 && (clause.Is(end, SpeechWords.IndirectVerbs) || clause.Is(start - 1, SpeechWords.IndirectVerbs));
    }

    private static bool IsAge(ReadOnlySpan<char> word) => word.Length is 1 or 2 && word.IndexOfAnyExceptInRange('0', '9') < 0;
}
