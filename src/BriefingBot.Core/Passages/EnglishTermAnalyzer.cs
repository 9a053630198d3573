using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace BriefingBot.Passages;

/// <summary>A term within a text that is analysed.</summary>
/// <param name="Step">How many words it stands after the term before it: more than 1 where stop words were left out.</param>
internal readonly record struct PlacedTerm(string Stem, int Start, int End, int Step);

/// <summary>Hands the terms of <see cref="EnglishTerms"/> to Lucene.</summary>
internal sealed class EnglishTermAnalyzer : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => new(new TermTokenizer(reader));

    private sealed class TermTokenizer : Tokenizer
    {
        private readonly ICharTermAttribute _word;
        private readonly IOffsetAttribute _offset;
        private readonly IPositionIncrementAttribute _step;
        private readonly List<PlacedTerm> _terms = [];
        private char[] _text = new char[4096];
        private int _length;
        private int _next;

        public TermTokenizer(TextReader input) : base(input)
        {
            _word = AddAttribute<ICharTermAttribute>();
            _offset = AddAttribute<IOffsetAttribute>();
            _step = AddAttribute<IPositionIncrementAttribute>();
        }

        public override void Reset()
        {
            base.Reset();
            _terms.Clear();
            (_length, _next) = (0, 0);
            for (int read; (read = m_input.Read(_text, _length, _text.Length - _length)) > 0;)
            {
                _length += read;
                if (_length == _text.Length) Array.Resize(ref _text, _text.Length * 2);
            }

            EnglishTerms.Read(_text.AsSpan(0, _length), _terms);
        }

        public override bool IncrementToken()
        {
            if (_next == _terms.Count) return false;
            ClearAttributes();
            var (stem, start, end, step) = _terms[_next++];
            _word.Append(stem);
            _offset.SetOffset(CorrectOffset(start), CorrectOffset(end));
            _step.PositionIncrement = step;
            return true;
        }

        public override void End()
        {
            base.End();
            _offset.SetOffset(CorrectOffset(_length), CorrectOffset(_length));
        }
    }
}
