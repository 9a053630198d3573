using System.Buffers;

namespace BriefingBot.Articles;

/// <summary>
/// Recognises the text under a photo by its agency credit. A credit stands after a finished sentence or behind a
/// slash ("… in Tunis. AP", "Jane Roe/Getty Images", "(AP Photo/…)"); a sentence that merely names an agency
/// ("… told Reuters.") is not one.
/// </summary>
internal static class PhotoCredit
{
    // Longer than any real caption; keeps a whole article on one line from being taken for one.
    private const int MaxLength = 1200;

    private static readonly string[] Agencies =
    [
        "AP", "AP Photo", "The Associated Press", "AFP", "Reuters", "REUTERS", "Getty Images", "Getty", "EPA", "EPA-EFE", "EFE", "PA",
        "PA Images", "PA Wire", "Bloomberg", "Shutterstock", "Xinhua", "Anadolu", "Anadolu Agency", "Kyodo", "DPA", "dpa", "ANSA",
        "TASS", "UPI", "AAP", "SIPA", "Alamy", "iStock", "iStockphoto", "WAM", "NurPhoto", "CNN", "EyePress", "Zuma Press",
    ];

    private static readonly string[] Openings =
    [
        "Photo:", "Photos:", "Photo by ", "Photo credit", "(Photo:", "(Photo by ", "Photograph:", "Photograph by ", "Picture:", "Pictures:",
        "Image:", "Images:", "Image credit", "(Image credit", "Credit:", "Credits:", "(Credit:", "File photo", "FILE PHOTO", "FILE -",
        "FILE –", "FILE —", "Caption:",
    ];

    private static readonly string[] LabelWords =
        ["Photo:", "Photo by ", "Photograph:", "Picture:", "Pic:", "Image:", "Credit:", "Image credit:", "Photo credit:"];

    private static readonly SearchValues<string> Labels = SearchValues.Create(LabelWords, StringComparison.Ordinal);

    public static bool IsCaption(ReadOnlySpan<char> paragraph)
    {
        if (paragraph.Length > MaxLength) return false;
        var text = paragraph.TrimEnd("\u200B\u200C\u200D\u2060\uFEFF \u00A0");
        return OpensAsCaption(text) || EndsWithBracket(text) || EndsWithLabel(text) || EndsWithAgency(text)
            || text.EndsWith("File photo", StringComparison.OrdinalIgnoreCase);
    }

    private static bool OpensAsCaption(ReadOnlySpan<char> text)
    {
        foreach (var opening in Openings)
        {
            if (text.StartsWith(opening, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>"… (AP Photo/Name)", "… (Photo by Name/Getty Images)", "… (Reuters)".</summary>
    private static bool EndsWithBracket(ReadOnlySpan<char> text)
    {
        if (!text.EndsWith(")")) return false;
        var open = text.LastIndexOf('(');
        if (open < 0 || text.Length - open > 160) return false;
        var credit = text[(open + 1)..^1].Trim();
        if (credit.StartsWith("AP Photo") || credit.StartsWith("Photo by ") || credit.StartsWith("Photo:") || credit.StartsWith("Image:")) return true;
        if (Quotes(text)) return false;
        return IsAgency(credit) || EndsWithAgency(credit);
    }

    /// <summary>"… in Tripoli. Photo: AFP": a label in the last stretch, after a finished sentence or a bar.</summary>
    private static bool EndsWithLabel(ReadOnlySpan<char> text)
    {
        var from = Math.Max(0, text.Length - 80);
        if (!text[from..].ContainsAny(Labels)) return false;
        foreach (var label in LabelWords)
        {
            var at = text[from..].LastIndexOf(label, StringComparison.Ordinal);
            if (at < 0 || from + at == 0) continue;
            var credit = text[(from + at + label.Length)..];
            if (EndsCaptionText(text[..(from + at)].TrimEnd()) && !credit.Contains(". ", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool EndsWithAgency(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || !char.IsLetter(text[^1])) return EndsWithAgencyAndStop(text);
        foreach (var agency in Agencies)
        {
            if (!text.EndsWith(agency, StringComparison.Ordinal)) continue;
            var before = text[..^agency.Length];
            if (before.IsWhiteSpace() || before[^1] is '/' or '|') return true;
            if (char.IsWhiteSpace(before[^1]) && (EndsCaptionText(before.TrimEnd()) || EndsWithVia(before.TrimEnd()))) return true;
        }

        return false;
    }

    // "… in Tunis. AP." A slash before the agency does not count here: sentences end in "AP/Reuters." too.
    private static bool EndsWithAgencyAndStop(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[^1] != '.' || !char.IsLetter(text[^2])) return false;
        foreach (var agency in Agencies)
        {
            var bare = text[..^1];
            if (!bare.EndsWith(agency, StringComparison.Ordinal) || bare.Length < agency.Length + 3) continue;
            if (bare[^(agency.Length + 1)] == ' ' && bare[..^(agency.Length + 1)].EndsWith(".")) return true;
        }

        return false;
    }

    private static bool EndsCaptionText(ReadOnlySpan<char> text) =>
        text.Length > 0 && text[^1] is '.' or '!' or '?' or '…' or '|' or '/' or ')' or '"' or '”' or '-' or '–' or '—' or '©';

    private static bool EndsWithVia(ReadOnlySpan<char> text) => text.EndsWith(" via") || text.EndsWith("/via");

    private static bool IsAgency(ReadOnlySpan<char> text)
    {
        foreach (var agency in Agencies)
        {
            if (text.Equals(agency, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool Quotes(ReadOnlySpan<char> text) => text.ContainsAny('"', '“', '”');
}
