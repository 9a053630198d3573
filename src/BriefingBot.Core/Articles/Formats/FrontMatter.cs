using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BriefingBot.Articles.Formats;

/// <summary>
/// The YAML block between "---" lines at the head of a Markdown file. Read event by event, so neither nesting nor
/// anchors can make it large.
/// </summary>
internal sealed class FrontMatter
{
    private const int MaxLength = 64 * 1024;

    private readonly Dictionary<string, (string Value, int Line)> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What follows the front matter.</summary>
    public string Body { get; private init; } = "";

    /// <exception cref="UnreadableFileException">The block is not closed or not YAML.</exception>
    public static FrontMatter Split(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal)) return new FrontMatter { Body = text };
        var close = CloseOf(text);
        if (close < 0)
        {
            // A dividing line may open a file too; then no "key:" follows it.
            if (!text.AsSpan(4, Math.Max(0, text.IndexOf('\n', 4) - 4)).Contains(':')) return new FrontMatter { Body = text };
            throw new UnreadableFileException("opens with a front matter block ('---') that is never closed", 1);
        }

        if (close > MaxLength) throw new UnreadableFileException($"has a front matter block of more than {MaxLength / 1024} KB", 1);
        var bodyStart = text.IndexOf('\n', close + 1);
        var matter = new FrontMatter { Body = bodyStart < 0 ? "" : text[bodyStart..] };
        matter.Parse(text[4..(close + 1)]);
        return matter;
    }

    public string? this[params ReadOnlySpan<string> names]
    {
        get
        {
            foreach (var name in names)
            {
                if (_fields.TryGetValue(name, out var field) && field.Value.Length > 0) return field.Value;
            }

            return null;
        }
    }

    /// <summary>The 1-based line in the file on which one of these fields stands.</summary>
    public int? LineOf(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_fields.TryGetValue(name, out var field) && field.Value.Length > 0) return field.Line;
        }

        return null;
    }

    /// <summary>The line break before the closing line, or -1.</summary>
    private static int CloseOf(string text)
    {
        for (var at = 3; at >= 0; at = text.IndexOf('\n', at + 1))
        {
            var rest = text.AsSpan(at + 1);
            var end = rest.IndexOf('\n');
            if ((end < 0 ? rest : rest[..end]).TrimEnd() is "---" or "...") return at;
        }

        return -1;
    }

    private void Parse(string yaml)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            var (depth, key, line) = (0, (string?)null, 0);
            while (parser.MoveNext())
            {
                switch (parser.Current)
                {
                    case MappingStart or SequenceStart:
                        depth++;
                        break;
                    case MappingEnd or SequenceEnd:
                        if (--depth == 1) key = null;
                        break;
                    case Scalar scalar when depth == 1 && key is null:
                        (key, line) = (scalar.Value, (int)scalar.Start.Line + 1);
                        break;
                    case Scalar scalar when depth is 1 or 2 && key is not null:
                        Add(key, scalar, line);
                        if (depth == 1) key = null;
                        break;
                    case AnchorAlias when depth == 1:
                        key = null;
                        break;
                }
            }
        }
        catch (YamlException ex)
        {
            throw new UnreadableFileException($"has front matter that is not valid YAML: {PlainText.OneLine(ex.Message)}", (int)ex.Start.Line + 1);
        }
    }

    // A list, such as of authors, becomes one value.
    private void Add(string key, Scalar scalar, int line)
    {
        var value = scalar.Style == ScalarStyle.Plain && scalar.Value is "null" or "~" ? "" : scalar.Value;
        _fields[key] = _fields.TryGetValue(key, out var before) && before.Line == line && before.Value.Length > 0 ? ($"{before.Value}, {value}", line) : (value, line);
    }
}
