using System.Diagnostics.CodeAnalysis;
using System.IO.Hashing;
using System.Text;
using BriefingBot.Articles;

namespace BriefingBot.Digests;

/// <summary>
/// Names a story: 16 hexadecimal digits, made from the id of its earliest article. So it is the same in another run,
/// after indexing anew and, as long as <see cref="SentStories"/> knows the story, in later digests.
/// </summary>
public readonly record struct StoryId
{
    private const int Digits = 16;

    private StoryId(string value) => Value = value;

    public string Value { get; }

    public static StoryId Of(ArticleId earliest) => new(XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(earliest.Value)).ToString("x16", null));

    public static StoryId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a story's id: {Digits} hexadecimal digits.");

    public static bool TryParse([NotNullWhen(true)] string? text, out StoryId id)
    {
        var valid = text?.Length == Digits && text.All(char.IsAsciiHexDigitLower);
        id = valid ? new StoryId(text!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
