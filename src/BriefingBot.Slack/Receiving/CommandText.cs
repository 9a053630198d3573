using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Uploads;
using BriefingBot.Digests;

namespace BriefingBot.Slack.Receiving;

/// <summary>
/// Reads what stands behind the command: a verb, words, and options such as <c>since:2020-09-30</c>, <c>source:"Coast Courier"</c>
/// or <c>private</c> at the end. It is written by people, so quotes may be curly, <c>=</c> is as good as a colon, and without a
/// verb it is a question.
/// </summary>
internal static partial class CommandText
{
    private const string Ask = "ask";
    private const string Quote = "quote";
    private const string Sources = "sources";
    private const string Help = "help";
    private const string Settings = "settings";
    private const string Digest = "digest";
    private const string Gaps = "gaps";
    private const string Alert = "alert";
    private const string Add = "add";
    private const string Private = "private";

    /// <summary>Written for a list, it takes the list back.</summary>
    private const string All = "all";

    /// <summary>Written for a collection to put articles into, it takes none any more.</summary>
    private const string Off = "off";

    private static readonly Dictionary<string, SubscriptionAction> SubscriptionActions =
        Enum.GetValues<SubscriptionAction>().ToDictionary(action => action.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>What can be said about a subscription.</summary>
    private static readonly string[] Terms = ["time", "zone", "days", "topic", "sources", "length", "silent"];

    private static readonly Dictionary<string, AlertAction> AlertActions =
        Enum.GetValues<AlertAction>().ToDictionary(action => action.ToString(), StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Verbs = [Ask, Quote, Sources, Help, Settings, Digest, Alert, Gaps, Add];

    /// <returns>The request, or what the person is told to write instead.</returns>
    public static (ChatRequest? Request, string Hint) Read(string text)
    {
        var (verb, rest) = Verb(text.Trim());
        return verb switch
        {
            Ask => ReadAsk(rest),
            Quote => ReadQuote(rest),
            Sources => (new SourcesRequest(Unquoted(rest)), ""),
            Settings => ReadSettings(rest),
            Digest => ReadDigest(rest),
            Gaps => rest.Length == 0 ? (new GapsRequest(), "") : ReadAsk(text.Trim()),
            Alert => ReadAlert(rest),
            // Without a link, it is the beginning of a question.
            Add => IngestRequest.Of(WebLinks.In(rest).Select(IngestItem.Link)) is { } links ? (links, "") : ReadAsk(text.Trim()),
            _ => (new HelpRequest(), ""),
        };
    }

    private static (string Verb, string Words) Verb(string text)
    {
        if (text.Length == 0) return (Help, "");
        var end = text.IndexOfAny([' ', '\n', '\t']);
        var first = (end < 0 ? text : text[..end]).ToLowerInvariant();
        return Verbs.Contains(first) ? (first, end < 0 ? "" : text[end..].Trim()) : (Ask, text);
    }

    private static (ChatRequest?, string) ReadAsk(string text)
    {
        var (words, options, isPrivate) = Options(text, "since", "source");
        return words.Length > 0
            ? (new AskRequest(words, options.GetValueOrDefault("since", ""), options.GetValueOrDefault("source", ""), isPrivate), "")
            : (null, "Write a question: /briefing ask What did the minister announce? since:2020-09-30 source:\"Coast Courier\" private");
    }

    private static (ChatRequest?, string) ReadQuote(string text)
    {
        var (words, options, isPrivate) = Options(text, "speaker");
        return words.Length > 0
            ? (new QuoteRequest(words, options.GetValueOrDefault("speaker", ""), isPrivate), "")
            : (null, "Write a topic: /briefing quote the ferry speaker:\"the mayor\" private");
    }

    private static (ChatRequest?, string) ReadSettings(string text)
    {
        const string Hint = "Write settings like these: /briefing settings collections:world,town sources:all sentences:4 follow-ups:on quiet:22:00-07:00 zone:Europe/Berlin gaps:on ingest:town";
        var (words, options, isPrivate) = Options(text, "collections", "sources", "sentences", "follow-ups", "quiet", "zone", Gaps, "ingest");
        var sentences = options.TryGetValue("sentences", out var number) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : (int?)null;
        var followUps = options.TryGetValue("follow-ups", out var choice) ? YesOrNo(choice) : null;
        var gaps = options.TryGetValue(Gaps, out var reported) ? YesOrNo(reported) : null;
        if (words.Length > 0 || isPrivate || (number is not null && sentences is null) || (choice is not null && followUps is null) || (reported is not null && gaps is null)) return (null, Hint);
        return (new SettingsRequest(Names(options, "collections"), Names(options, "sources"), sentences, followUps, options.GetValueOrDefault("quiet"), options.GetValueOrDefault("zone"), gaps) { Ingest = Collection(options) }, "");
    }

    /// <summary>Without a word for what to do, it is a digest now.</summary>
    private static (ChatRequest?, string) ReadDigest(string text)
    {
        var word = text.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("").ToLowerInvariant();
        var rest = text.Trim()[word.Length..].Trim();
        if (word == "subscribe") return ReadSubscribe(rest);
        if (word == "edit") return ReadEdit(rest);
        if (word == "why") return ReadWhy(rest);
        if (SubscriptionActions.TryGetValue(word, out var action)) return (new SubscriptionsRequest(action, Id(rest)), "");

        var (topic, options, _) = Options(word == "now" ? rest : text, "topic", "length");
        return (new DigestNowRequest(options.GetValueOrDefault("topic", Unquoted(topic)), Length(options) ?? DigestLength.Brief), "");
    }

    /// <summary>By itself or by name.</summary>
    private static string Id(string text)
    {
        var (words, options, _) = Options(text, "id");
        return options.GetValueOrDefault("id", Unquoted(words));
    }

    private static (ChatRequest?, string) ReadWhy(string text)
    {
        var (words, options, _) = Options(text, "id");
        return (new SubscriptionsRequest(SubscriptionAction.Why, options.GetValueOrDefault("id", ""), Unquoted(words)), "");
    }

    private static (ChatRequest?, string) ReadSubscribe(string text)
    {
        var (words, options, _) = Options(text, [.. Terms]);
        var left = Silent().Replace(words, "");
        var silent = left.Length < words.Length || YesOrNo(options.GetValueOrDefault("silent", "")) == true;
        var time = options.GetValueOrDefault("time", left.Trim());
        return time.Length > 0
            ? (new SubscribeRequest(
                time, options.GetValueOrDefault("zone", ""), options.GetValueOrDefault("days", ""), options.GetValueOrDefault("topic", ""), Names(options, "sources"), Length(options) ?? DigestLength.Brief, silent), "")
            : (null, "Write when: /briefing digest subscribe time:08:00 zone:Europe/Berlin days:weekdays topic:\"the ferry\" sources:\"Coast Courier\" length:full silent");
    }

    /// <summary>Without a word for what to do, it is an alert on what is written; nothing written shows those that are there.</summary>
    private static (ChatRequest?, string) ReadAlert(string text)
    {
        var word = text.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("list");
        var rest = text.Length > 0 ? text.Trim()[word.Length..].Trim() : "";
        // An id is one word: "pause in fighting" is a topic.
        if (AlertActions.TryGetValue(word, out var action) && (action == AlertAction.Test || rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= 1)) return ReadAlerts(action, rest);
        var (words, options, _) = Options(word.Equals("on", StringComparison.OrdinalIgnoreCase) ? rest : text, "topic");
        var topic = options.GetValueOrDefault("topic", Unquoted(words));
        return topic.Length > 0 ? (new AlertRequest(topic), "") : (null, "Write a topic: /briefing alert on topic:\"the ferry strike\"");
    }

    private static (ChatRequest?, string) ReadAlerts(AlertAction action, string text)
    {
        var (words, options, _) = Options(text, "topic", "id");
        var isTopic = action == AlertAction.Test && words.Contains(' ', StringComparison.Ordinal);
        return (new AlertsRequest(action, options.GetValueOrDefault("id", isTopic ? "" : Unquoted(words)), options.GetValueOrDefault("topic", isTopic ? Unquoted(words) : "")), "");
    }

    /// <summary>The id comes first or by name; a topic or outlets are taken back by <see cref="All"/>.</summary>
    private static (ChatRequest?, string) ReadEdit(string text)
    {
        const string Hint = "Write what is to change: /briefing digest edit k7f2ab time:09:00 zone:Europe/Berlin days:weekdays topic:\"the ferry\" sources:all length:full silent:no";
        var (words, options, _) = Options(text, [.. Terms, "id"]);
        var choice = options.GetValueOrDefault("silent");
        var silent = Silent().IsMatch(words) ? true : choice is null ? null : YesOrNo(choice);
        var id = options.GetValueOrDefault("id", Unquoted(Silent().Replace(words, "")));
        if (id.Contains(' ') || (choice is not null && silent is null) || (options.ContainsKey("length") && Length(options) is null)) return (null, Hint);
        var topic = options.GetValueOrDefault("topic");
        return (new EditSubscriptionRequest(
            id, options.GetValueOrDefault("time"), options.GetValueOrDefault("zone"), options.GetValueOrDefault("days"), All.Equals(topic, StringComparison.OrdinalIgnoreCase) ? "" : topic,
            Names(options, "sources"), Length(options), silent), "");
    }

    private static DigestLength? Length(Dictionary<string, string> options) => options.GetValueOrDefault("length")?.ToLowerInvariant() switch
    {
        "full" => DigestLength.Full,
        "brief" or "short" => DigestLength.Brief,
        _ => null,
    };

    /// <summary>Takes the options of these names out of the text; others are words, as in "Algiers: what happened?".</summary>
    private static (string Words, Dictionary<string, string> Options, bool IsPrivate) Options(string text, params string[] names)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var isPrivate = false;
        var words = Option().Replace(text, option =>
        {
            var name = option.Groups["name"].Value.ToLowerInvariant();
            name = name is "followups" or "follow_ups" ? "follow-ups" : name;
            if (name == Private) isPrivate = YesOrNo(Value(option)) ?? true;
            else if (names.Contains(name)) options[name] = Value(option);
            else return option.Value;
            return " ";
        }).Trim();
        if (LastPrivate().Match(words) is { Success: true } last) (words, isPrivate) = (words[..last.Index].Trim(), true);
        return (Spaces().Replace(words, " "), options, isPrivate);
    }

    private static string Value(Match option) => Unquoted(option.Groups["value"].Value);

    private static string Unquoted(string text) => text.Trim().Trim('"', '“', '”', '„', '\'').Trim();

    private static bool? YesOrNo(string text) => text.ToLowerInvariant() switch
    {
        "on" or "yes" or "true" or "1" => true,
        "off" or "no" or "false" or "0" => false,
        _ => null,
    };

    private static List<string>? Names(Dictionary<string, string> options, string name) => !options.TryGetValue(name, out var text) ? null
        : text.Equals(All, StringComparison.OrdinalIgnoreCase) ? []
        : [.. text.Split(',').Select(Unquoted).Where(n => n.Length > 0)];

    private static string? Collection(Dictionary<string, string> options) =>
        options.TryGetValue("ingest", out var name) && name.Length > 0 ? (name.Equals(Off, StringComparison.OrdinalIgnoreCase) ? "" : name) : null;

    /// <summary>A quote that is not closed reaches to the end; a list may have spaces behind its commas.</summary>
    [GeneratedRegex("""(?<=^|\s)-{0,2}(?<name>[A-Za-z][A-Za-z_-]*)[:=]\s*(?<value>["“”„][^"“”„]*(["“”„]|$)|[^\s,"“”„]+(,\s*[^\s,"“”„:=]+(?=[\s,]|$))*)(?=\s|$)""")]
    private static partial Regex Option();

    [GeneratedRegex(@"(^|\s)-{0,2}private[.!]?$", RegexOptions.IgnoreCase)]
    private static partial Regex LastPrivate();

    [GeneratedRegex(@"\bsilent\b", RegexOptions.IgnoreCase)]
    private static partial Regex Silent();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Spaces();
}
