namespace BriefingBot.Answering.Synthesis;

/// <summary>Gives verified sentences out as they come, numbered as they will be in the answer: numbers go by first use, so more sentences change none.</summary>
internal sealed class VerifiedText(ShowVerified? show)
{
    private readonly List<DraftSentence> _given = [];
    private int _length;

    public async ValueTask AddAsync(DraftSentence sentence, CancellationToken cancellation)
    {
        if (show is null) return;
        _given.Add(sentence);
        var text = AnswerNumbering.Number(_given).Text;
        var piece = text[_length..];
        _length = text.Length;
        await show(piece, cancellation);
    }
}
