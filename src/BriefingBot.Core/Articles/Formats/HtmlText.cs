using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BriefingBot.Articles.Formats;

/// <summary>
/// Turns HTML into paragraphs of plain text, as a browser would lay them out without styles. Walks without
/// recursion, since the depth of the tree is the sender's choice.
/// </summary>
internal sealed class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre",
        "table", "thead", "tbody", "tr", "caption", "figure", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "address", "details", "summary", "body", "html",
    };

    private static readonly HashSet<string> Unread = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "form", "button", "select", "textarea", "nav",
        "head", "title", "audio", "video", "canvas", "dialog",
    };

    // Parsing costs more than linear time on hostile nesting. Browsers have a depth limit too (512 in Chromium), and
    // the longest live blogs have about half these tags.
    private const int MaxDepth = 256;
    private const int MaxTags = 40_000;

    private readonly ArticleTextBuilder _result = new();
    private readonly StringBuilder _paragraph = new();
    private readonly Stack<BlockKind?> _kinds = new([null]);
    private bool _preformatted;

    /// <exception cref="UnreadableFileException">The page has more tags than any article.</exception>
    public static IHtmlDocument Parse(string html)
    {
        if (html.AsSpan().Count('<') > MaxTags) throw new UnreadableFileException($"has more than {MaxTags} tags and is no article");
        return new HtmlParser(new HtmlParserOptions { MaximumDepth = MaxDepth }).ParseDocument(html);
    }

    public static IElement ParseFragment(string html) => Parse("<!doctype html><body>" + html).Body!;

    /// <summary>The text of a piece of HTML, such as a feed item's content.</summary>
    public static ArticleText OfFragment(string html, string title) => Of(ParseFragment(html), title);

    public static ArticleText Of(IElement root, string title)
    {
        var text = new HtmlText();
        text.Walk(root);
        text.EndParagraph();
        return text._result.Build(title);
    }

    private void Walk(INode root)
    {
        INode? node = root;
        while (node is not null)
        {
            var child = Enter(node) ? node.FirstChild : null;
            if (child is not null)
            {
                node = child;
                continue;
            }

            Leave(node);
            while (node != root && node!.NextSibling is null)
            {
                node = node.Parent;
                Leave(node!);
            }

            node = node == root ? null : node!.NextSibling;
        }
    }

    private bool Enter(INode node)
    {
        if (node is IText text) Append(text.Data);
        if (node is not IElement element || Unread.Contains(element.LocalName)) return false;
        if (element.LocalName == "br") LineBreak();
        if (element.LocalName == "q") Append("“");
        if (element.LocalName is "td" or "th" && _paragraph.Length > 0) _paragraph.Append(' ');
        if (!Blocks.Contains(element.LocalName)) return true;
        EndParagraph();
        _preformatted = element.LocalName == "pre";
        _kinds.Push(element.LocalName switch
        {
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Subheading,
            "figcaption" => BlockKind.Caption,
            "li" or "p" when IsNothingButLink(element) => BlockKind.Boilerplate,
            _ => _kinds.Peek(),
        });
        return true;
    }

    private void Leave(INode node)
    {
        if (node is not IElement element || Unread.Contains(element.LocalName)) return;
        if (element.LocalName == "q") Append("”");
        if (!Blocks.Contains(element.LocalName)) return;
        EndParagraph();
        _preformatted = false;
        _kinds.Pop();
    }

    /// <summary>The way to another article ("Related stories"), even where it reads like a sentence of this one.</summary>
    private static bool IsNothingButLink(INode node)
    {
        while (node is not IElement { LocalName: "a" })
        {
            INode? only = null;
            foreach (var child in node.ChildNodes)
            {
                if (child is not (IElement or IText) || (child is IText text && string.IsNullOrWhiteSpace(text.Data))) continue;
                if (only is not null) return false;
                only = child;
            }

            if (only is not IElement) return false;
            node = only;
        }

        return true;
    }

    private void EndParagraph()
    {
        if (_paragraph.Length > 0) _result.Add(_paragraph.ToString(), _kinds.Peek());
        _paragraph.Clear();
    }

    /// <summary>One break is a line of the same paragraph; two are how old pages part paragraphs.</summary>
    private void LineBreak()
    {
        while (_paragraph.Length > 0 && _paragraph[^1] == ' ') _paragraph.Length--;
        if (_paragraph.Length > 0 && _paragraph[^1] == '\n') EndParagraph();
        else if (_paragraph.Length > 0) _paragraph.Append('\n');
    }

    /// <summary>Runs of ASCII white space are one blank (https://www.w3.org/TR/css-text-3/#white-space-phase-1).</summary>
    private void Append(string text)
    {
        if (_preformatted)
        {
            _paragraph.Append(text);
            return;
        }

        foreach (var c in text)
        {
            if (c is not (' ' or '\n' or '\t' or '\r' or '\f')) _paragraph.Append(c);
            else if (_paragraph.Length > 0 && _paragraph[^1] is not (' ' or '\n')) _paragraph.Append(' ');
        }
    }
}
