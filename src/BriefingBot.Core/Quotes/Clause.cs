using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Quotes;

internal enum TokenKind
{
    Word,
    Comma,

    /// <summary>Other punctuation: no name or description runs across it.</summary>
    Break,
}

internal readonly record struct Token(int Start, int End, TokenKind Kind);

/// <summary>The words and punctuation marks of a stretch of text.</summary>
internal sealed class Clause
{
    private readonly string _text;
    private readonly List<Token> _tokens = [];

    /// <param name="text">The article's text.</param>
    /// <param name="span">What to read of it.</param>
    /// <param name="limit">Most tokens to read, counted from the start.</param>
    public Clause(string text, TextSpan span, int limit = int.MaxValue)
    {
        _text = text;
        for (var at = span.Start; at < span.End && _tokens.Count < limit;)
        {
            if (char.IsWhiteSpace(_text[at]))
            {
                at++;
                continue;
            }

            var token = IsWordPart(_text[at]) ? ReadWord(at, span.End) : ReadMark(at);
            _tokens.Add(token);
            at = token.End;
        }
    }

    public int Count => _tokens.Count;

    public Token this[int index] => _tokens[index];

    public ReadOnlySpan<char> Word(int index) => _text.AsSpan(_tokens[index].Start, _tokens[index].End - _tokens[index].Start);

    /// <summary>The words as one line, whatever white space stands between them.</summary>
    public string Text(int from, int to)
    {
        var words = _text[_tokens[from].Start.._tokens[to - 1].End];
        return string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Takes the 's from a word, so that a name can be read the same in "Esper's visit".</summary>
    public void DropPossessive(int index)
    {
        var word = Word(index);
        var ending = word is [.., '\'' or '’', 's'] ? 2 : word is [.., '\'' or '’'] ? 1 : 0;
        if (word.Length > ending) _tokens[index] = _tokens[index] with { End = _tokens[index].End - ending };
    }

    public bool IsWord(int index) => index >= 0 && index < Count && _tokens[index].Kind == TokenKind.Word;

    public bool IsComma(int index) => index >= 0 && index < Count && _tokens[index].Kind == TokenKind.Comma;

    public bool IsMark(int index, char mark) => index >= 0 && index < Count && _tokens[index].Kind == TokenKind.Break && _text[_tokens[index].Start] == mark;

    // "US", "IT" and "WHO" are no pronouns.
    public bool Is(int index, WordSet words) => IsWord(index) && Word(index) is not ("US" or "IT" or "WHO") && words.Contains(Word(index));

    public bool IsCapital(int index) => IsWord(index) && char.IsUpper(Word(index)[0]);

    /// <summary>Whether the word could be part of a name: a capital, and no "Reuters/AFP" or "R-Texas".</summary>
    public bool IsName(int index) => IsCapital(index) && !Word(index).ContainsAny('/', '@') && Word(index) is not ['D' or 'R' or 'I', '-' or '‑', ..];

    public bool IsRole(int index) => IsWord(index) && SpeechWords.IsRole(Word(index));

    public bool IsPossessive(int index) =>
        IsWord(index) && (Word(index) is [.., '\'' or '’', 's'] or [.., '\'' or '’']);

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '@' or '$' or '£' or '€' or '#' or '&' or '\u00ad' || char.IsSurrogate(c);

    private Token ReadMark(int at) => new(at, at + 1, _text[at] == ',' ? TokenKind.Comma : TokenKind.Break);

    private Token ReadWord(int start, int limit)
    {
        var end = start + 1;
        while (end < limit && (IsWordPart(_text[end]) || Joins(end, limit))) end++;
        if (end < limit && _text[end] is '\'' or '’' && _text[end - 1] == 's') end++;
        if (end < limit && _text[end] == '.' && (IsAbbreviation(start, end) || (end + 1 < limit && _text[end + 1] == ','))) end++;
        return new Token(start, end, TokenKind.Word);
    }

    private bool Joins(int at, int limit) =>
        _text[at] is '\'' or '’' or '-' or '‑' or '.' or '/' or '_' && at + 1 < limit && char.IsLetterOrDigit(_text[at + 1]);

    private bool IsAbbreviation(int start, int dot)
    {
        var word = _text.AsSpan(start, dot - start);
        return Abbreviations.NeverEnds(word) || Abbreviations.MayEnd(word);
    }
}
