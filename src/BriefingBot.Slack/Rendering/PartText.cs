using System.Globalization;
using BriefingBot.Chat.Replies;
using BriefingBot.Quotes;
using BriefingBot.Slack.Installation;

namespace BriefingBot.Slack.Rendering;

/// <summary>The parts of a reply as paragraphs.</summary>
internal static class PartText
{
    private const int MaxListed = 15;
    private const int MaxQuote = 900;

    public static IEnumerable<Paragraph> Of(ReplyPart part, Func<int, string?> urlOf) => part switch
    {
        NoticePart notice => [Text(Plain(notice.Text))],
        SentencesPart answer => [Text([.. answer.Sentences.SelectMany(s => Sentence(s, urlOf))])],
        SourcesPart sources => sources.Cards.Count > 0 ? [Paragraph.Divider, .. sources.Cards.SelectMany(Card)] : [],
        ScopePart scope => [Remark(scope.Text)],
        AbstentionPart abstention => Abstention(abstention),
        QuotesPart quotes => [Text(Bold(quotes.Heading)), .. quotes.Quotes.SelectMany(Quote)],
        LibraryPart library => Library(library),
        HelpPart help => [Text(Plain(help.Text)), .. help.Lines.Select(l => Bullet(Bold($"{Subscriptions.Command} {l.Command}"), Plain(": "), Plain(l.Meaning)))],
        SettingsPart settings => settings.Lines.Select(l => Bullet(Bold(l.Name), Plain(": "), Plain(l.Value), Plain(". "), new Run(ForeignText.Plain(l.Meaning), Italic: true))),
        DigestPart digest => [Text(Bold(digest.Heading)), .. digest.Stories.Select(Story), Remark(digest.Account)],
        ListPart list => [Text(Plain(list.Heading)), .. list.Lines.Select(l => Bullet(Bold(l.Name), new Run(": "), Plain(l.Text)))],
        CorrectionPart correction => Correction(correction),
        ProgressPart progress => [Text(new Run(ForeignText.Plain(progress.Text), Italic: true))],
        ErrorPart error => [Text(Plain("⚠️ "), Plain(error.Text))],
        _ => throw new NotSupportedException($"{part.GetType().Name} has no place on Slack."),
    };

    public static Paragraph Remark(string text) => new(ParagraphKind.Remark, Plain(text));

    public static Paragraph Text(params IReadOnlyList<Run> runs) => new(ParagraphKind.Text, runs);

    public static Paragraph Bullet(params IReadOnlyList<Run> runs) => new(ParagraphKind.Bullet, runs);

    public static Run Bold(string text) => new(ForeignText.Plain(text), Bold: true);

    /// <summary>Spaces at the ends are ours and stay.</summary>
    public static Run Plain(string text) => new(string.IsNullOrWhiteSpace(text) ? text : $"{(text[0] == ' ' ? " " : "")}{ForeignText.Plain(text)}{(text[^1] == ' ' ? " " : "")}");

    private static IEnumerable<Run> Sentence(CitedSentence sentence, Func<int, string?> urlOf) =>
    [
        Plain(sentence.Text),
        new Run(" "),
        .. sentence.Citations.Select(c => new Run(string.Create(CultureInfo.InvariantCulture, $"[{c}]"), urlOf(c))),
        new Run($" ({sentence.Corroboration}) ", Italic: true),
    ];

    /// <summary>One paragraph, so that a story stands in one block: <see cref="Digests.DigestLimits"/> keep it within.</summary>
    private static Paragraph Story(StoryCard story)
    {
        var urls = story.Links.GroupBy(l => l.Number).ToDictionary(g => g.Key, g => SafeUrl.Of(g.First().Url));
        return Text(
        [
            new Run("\n"),
            new Run(string.Create(CultureInfo.InvariantCulture, $"{story.Number} · {ForeignText.Plain(story.Headline)}"), Bold: true),
            .. story.Update.Length > 0 ? new[] { new Run("\nUpdate: ", Bold: true), Plain(story.Update) } : [],
            .. story.Sentences.SelectMany(s => (IEnumerable<Run>)[new Run("\n"), Plain(s.Text), new Run(" "), .. s.Citations.Select(c => new Run($"[{c}]", urls.GetValueOrDefault(c)))]),
            new Run($"\n{story.Sources}", Italic: true),
            .. story.Links.SelectMany(l => (IEnumerable<Run>)[new Run(" · "), StoryLink(l)]),
        ]);
    }

    private static Run StoryLink(StoryLink link)
    {
        var name = ForeignText.Plain(link.Name) is { Length: > 0 } named ? named : "article";
        return new Run(link.Number > 0 ? $"[{link.Number}] {name}" : name, SafeUrl.Of(link.Url));
    }

    private static IEnumerable<Paragraph> Card(SourceCard card)
    {
        yield return Text([.. Name(card)]);
        if (ForeignText.Plain(card.Quote) is { Length: > 0 } quote) yield return new Paragraph(ParagraphKind.Quote, new Run(TextSplitter.Fit(QuotedText.InMarks(quote), MaxQuote)));
    }

    private static IEnumerable<Run> Name(SourceCard card)
    {
        if (card.Number > 0) yield return new Run(string.Create(CultureInfo.InvariantCulture, $"{card.Number} · "), Bold: true);
        yield return new Run(ForeignText.Plain(card.Title) is { Length: > 0 } title ? title : "Untitled", SafeUrl.Of(card.Url), Bold: true);
        if (About(card) is { Length: > 0 } about) yield return new Run($" ({about})", Italic: true);
    }

    private static string About(SourceCard card) => string.Join(", ", new[] { card.Source, card.Published }.Select(ForeignText.Plain).Where(s => s.Length > 0));

    private static IEnumerable<Paragraph> Quote(QuoteCard quote)
    {
        var speaker = quote.Speaker.Length > 0 ? $"— {ForeignText.Plain(quote.Speaker)}, in " : "— ";
        yield return new Paragraph(ParagraphKind.Quote, new Run(QuotedText.InMarks(ForeignText.Plain(quote.Text))));
        yield return Text([new Run(speaker), .. Name(quote.Source)]);
    }

    private static IEnumerable<Paragraph> Abstention(AbstentionPart part) =>
    [
        Text(Plain(part.Text)),
        .. part.NextSteps.Select(step => Bullet(Plain(step))),
        .. Listed("Outside of what you asked for:", part.Wider),
        .. Listed("Nearest articles:", part.Nearest),
    ];

    private static IEnumerable<Paragraph> Listed(string heading, IReadOnlyList<SourceCard> cards) =>
        cards.Count == 0 ? [] : cards.Take(MaxListed).Select(c => Bullet([.. Name(c)])).Prepend(Text(Bold(heading)));

    private static IEnumerable<Paragraph> Correction(CorrectionPart part) =>
    [
        Text(Bold(part.Heading)),
        .. part.Cards.SelectMany(Changed),
        .. part.More > 0 ? [Remark($"{Number(part.More)} more passages have changed.")] : Array.Empty<Paragraph>(),
        .. part.Advice.Length > 0 ? [Text(Plain(part.Advice))] : Array.Empty<Paragraph>(),
    ];

    private static IEnumerable<Paragraph> Changed(CorrectionCard card)
    {
        if (card.Story.Length > 0) yield return Text(new Run(ForeignText.Plain(card.Story), Italic: true));
        yield return Text([.. Name(card.Source)]);
        yield return Text(Plain(card.What));
        foreach (var (label, words) in new[] { ("Before: ", card.Before), ("Now: ", card.After) })
        {
            if (words.Length > 0) yield return new Paragraph(ParagraphKind.Quote, new Run(label, Bold: true), new Run(TextSplitter.Fit(QuotedText.InMarks(ForeignText.Plain(words)), MaxQuote)));
        }
    }

    private static IEnumerable<Paragraph> Library(LibraryPart part)
    {
        var undated = part.Undated > 0 ? $", {Number(part.Undated)} of them undated" : "";
        var span = part.Articles > part.Undated ? $" From {ForeignText.Plain(part.Oldest)} to {ForeignText.Plain(part.Newest)}." : "";
        return [Text(Bold($"{Number(part.Articles)} articles"), new Run($"{undated}.{span}")), .. Counts("Outlets", part.Sources), .. Counts("Collections", part.Collections)];
    }

    private static IEnumerable<Paragraph> Counts(string heading, IReadOnlyList<NamedCount> counts)
    {
        if (counts.Count == 0) yield break;
        yield return Text(Bold(heading));
        foreach (var count in counts.Take(MaxListed)) yield return Bullet(Plain(count.Name.Length > 0 ? count.Name : "unnamed"), Plain($": {Number(count.Articles)}"));
        if (counts.Count > MaxListed) yield return Bullet(Plain($"and {Number(counts.Count - MaxListed)} more"));
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
