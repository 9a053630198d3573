using System.Globalization;
using BriefingBot.Chat.Replies;
using BriefingBot.Quotes;

namespace BriefingBot.Discord.Rendering;

/// <summary>The parts of a reply as Discord's Markdown. All of their text is escaped; only what is added here has a meaning.</summary>
internal static class PartText
{
    private const int MaxListed = 15;
    private const int MaxQuote = 900;

    public static string Of(ReplyPart part) => part switch
    {
        NoticePart notice => Safe(notice.Text),
        SentencesPart answer => Lines(answer.Sentences.Select(Sentence)),
        SourcesPart => "",
        ScopePart scope => $"-# {Safe(scope.Text)}",
        AbstentionPart abstention => Abstention(abstention),
        QuotesPart quotes => Lines(quotes.Quotes.Select(Quote).Prepend($"**{Safe(quotes.Heading)}**")),
        LibraryPart library => Library(library),
        HelpPart help => Lines(help.Lines.Select(l => $"**/{Safe(Command(l.Command))}**\n{Safe(l.Meaning)}").Prepend(Safe(help.Text))),
        SettingsPart settings => Lines(settings.Lines.Select(l => $"**{Safe(l.Name)}**: {Safe(l.Value)}\n-# {Safe(l.Meaning)}")),
        DigestPart digest => Lines([$"**{Safe(digest.Heading)}**", $"-# {Safe(digest.Account)}"]),
        ListPart list => Lines(list.Lines.Select(l => $"- **{Safe(l.Name)}**: {Safe(l.Text)}").Prepend(Safe(list.Heading))),
        CorrectionPart correction => Correction(correction),
        ProgressPart progress => Safe(progress.Text),
        ErrorPart error => $"⚠️ {Safe(error.Text)}",
        _ => throw new NotSupportedException($"{part.GetType().Name} has no place on Discord."),
    };

    private static string Safe(string text) => DiscordText.Escape(text);

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Sentence(CitedSentence sentence) =>
        $"{Safe(sentence.Text)} {string.Concat(sentence.Citations.Select(c => Safe($"[{c}]")))} *({Safe(sentence.Corroboration)})*";

    private static string Quote(QuoteCard quote)
    {
        var speaker = quote.Speaker.Length > 0 ? $"{Safe(quote.Speaker)}, in " : "";
        return $"> “{Safe(quote.Text)}”\n> — {speaker}{Card(quote.Source)}";
    }

    private static string Card(SourceCard card)
    {
        var number = card.Number > 0 ? Safe($"[{card.Number}] ") + " " : "";
        var about = string.Join(", ", new[] { card.Source, card.Published }.Where(s => s.Length > 0).Select(Safe));
        return $"{number}{Safe(card.Title)}{(about.Length > 0 ? $" ({about})" : "")}{SafeUrl.Suffix(card.Url)}";
    }

    private static string Abstention(AbstentionPart part) => Lines(
    [
        Safe(part.Text),
        .. part.NextSteps.Select(step => $"- {Safe(step)}"),
        .. Listed("Outside of what you asked for:", part.Wider),
        .. Listed("Nearest articles:", part.Nearest),
    ]);

    private static IEnumerable<string> Listed(string heading, IReadOnlyList<SourceCard> cards) =>
        cards.Count == 0 ? [] : cards.Take(MaxListed).Select(c => $"- {Card(c)}").Prepend($"**{heading}**");

    private static string Correction(CorrectionPart part) => Lines(
    [
        $"**{Safe(part.Heading)}**",
        .. part.Cards.SelectMany(Changed),
        .. part.More > 0 ? [$"-# {Number(part.More)} more passages have changed."] : Array.Empty<string>(),
        .. part.Advice.Length > 0 ? [Safe(part.Advice)] : Array.Empty<string>(),
    ]);

    private static IEnumerable<string> Changed(CorrectionCard card)
    {
        if (card.Story.Length > 0) yield return $"*{Safe(card.Story)}*";
        yield return Card(card.Source);
        yield return $"-# {Safe(card.What)}";
        foreach (var (label, words) in new[] { ("Before", card.Before), ("Now", card.After) })
        {
            if (words.Length > 0) yield return $"> **{label}:** {Safe(QuotedText.InMarks(TextSplitter.Fit(words, MaxQuote)))}";
        }
    }

    private static string Library(LibraryPart part)
    {
        var undated = part.Undated > 0 ? $", {Number(part.Undated)} of them undated" : "";
        var span = part.Articles > part.Undated ? $"\nFrom {Safe(part.Oldest)} to {Safe(part.Newest)}." : "";
        return Lines([$"**{Number(part.Articles)} articles**{undated}.{span}", .. Counts("Outlets", part.Sources), .. Counts("Collections", part.Collections)]);
    }

    private static IEnumerable<string> Counts(string heading, IReadOnlyList<NamedCount> counts)
    {
        if (counts.Count == 0) yield break;
        yield return $"**{heading}**";
        foreach (var count in counts.Take(MaxListed)) yield return $"- {Safe(count.Name.Length > 0 ? count.Name : "unnamed")}: {Number(count.Articles)}";
        if (counts.Count > MaxListed) yield return $"- and {Number(counts.Count - MaxListed)} more";
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>What administrators do is a subcommand here.</summary>
    private static string Command(string command) => command.Split(' ')[0] is Commands.BriefingCommands.Settings or Commands.BriefingCommands.Gaps or Commands.BriefingCommands.Add
        ? $"{Commands.BriefingCommands.Briefing} {command}" : command;
}
