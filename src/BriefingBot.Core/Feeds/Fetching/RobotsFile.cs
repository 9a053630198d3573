using System.Globalization;
using System.Text;

namespace BriefingBot.Feeds.Fetching;

/// <summary>The rules of a robots.txt file for one crawler (RFC 9309, https://www.rfc-editor.org/rfc/rfc9309).</summary>
public sealed class RobotsFile
{
    private readonly List<Rule> _rules;

    private RobotsFile(List<Rule> rules) => _rules = rules;

    public static RobotsFile AllowAll { get; } = new([]);

    public static RobotsFile DisallowAll { get; } = new([new Rule("/", Allow: false)]);

    /// <summary>The rules of all groups that name the crawler, else of those for everyone (section 2.2.1).</summary>
    public static RobotsFile Parse(ReadOnlySpan<byte> file, string productToken)
    {
        var (own, everyone, named) = (new List<Rule>(), new List<Rule>(), false);
        var (forUs, forEveryone, inRules) = (false, false, true);
        foreach (var (key, value) in Lines(Encoding.UTF8.GetString(file)))
        {
            switch (key)
            {
                case "user-agent":
                    // A group may start with several names; the first one after a rule starts the next group.
                    if (inRules) (forUs, forEveryone, inRules) = (false, false, false);
                    forUs |= Token(value).Equals(productToken, StringComparison.OrdinalIgnoreCase);
                    forEveryone |= value == "*";
                    named |= forUs;
                    break;
                case "allow" or "disallow":
                    inRules = true;
                    if (value.Length == 0) break;
                    var rule = new Rule(Normalise(value), key == "allow");
                    if (forUs) own.Add(rule);
                    if (forEveryone) everyone.Add(rule);
                    break;
            }
        }

        return new RobotsFile(named ? own : everyone);
    }

    /// <summary>The longest rule that fits decides, of equals the one that allows (section 2.2.2).</summary>
    public bool Allows(Uri address)
    {
        var path = Normalise(address.PathAndQuery);
        if (path == "/robots.txt") return true;
        var best = _rules.Where(rule => rule.Fits(path)).OrderByDescending(rule => rule.Pattern.Length).ThenByDescending(rule => rule.Allow).FirstOrDefault();
        return best is null || best.Allow;
    }

    private static IEnumerable<(string Key, string Value)> Lines(string file)
    {
        foreach (var line in file.TrimStart('\uFEFF').Split('\n', '\r'))
        {
            var text = line.Split('#')[0];
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) yield return (text[..colon].Trim().ToLowerInvariant(), text[(colon + 1)..].Trim());
        }
    }

    /// <summary>Only letters, "_" and "-" belong to the name; a version may follow.</summary>
    private static string Token(string value) => string.Concat(value.TakeWhile(c => char.IsAsciiLetter(c) || c is '_' or '-'));

    /// <summary>One spelling for each path: unreserved characters plain, all beyond ASCII percent-encoded, hexadecimal digits in upper case (section 2.2.2).</summary>
    private static string Normalise(string path)
    {
        var result = new StringBuilder(path.Length);
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && byte.TryParse(path.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, null, out var octet))
            {
                if (char.IsAsciiLetterOrDigit((char)octet) || (char)octet is '-' or '.' or '_' or '~') result.Append((char)octet);
                else result.Append('%').Append(path.AsSpan(i + 1, 2).ToString().ToUpperInvariant());
                i += 2;
            }
            else if (path[i] < 0x80)
            {
                result.Append(path[i]);
            }
            else if (Rune.TryGetRuneAt(path, i, out var rune))
            {
                foreach (var b in utf8[..rune.EncodeToUtf8(utf8)]) result.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
                i += rune.Utf16SequenceLength - 1;
            }
        }

        return result.ToString();
    }

    /// <param name="Pattern">"*" stands for anything, a "$" at the end for the end of the path (section 2.2.3).</param>
    private sealed record Rule(string Pattern, bool Allow)
    {
        /// <summary>Takes each part where it first comes, which needs no going back: the time is bounded whatever the file says.</summary>
        public bool Fits(string path)
        {
            var toEnd = Pattern.EndsWith('$');
            var parts = (toEnd ? Pattern[..^1] : Pattern).Split('*');
            if (!path.StartsWith(parts[0], StringComparison.Ordinal)) return false;
            var at = parts[0].Length;
            for (var i = 1; i < parts.Length; i++)
            {
                if (toEnd && i == parts.Length - 1) return path.Length - parts[i].Length >= at && path.EndsWith(parts[i], StringComparison.Ordinal);
                var found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
                if (found < 0) return false;
                at = found + parts[i].Length;
            }

            return !toEnd || at == path.Length;
        }
    }
}
