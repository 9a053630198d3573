using BriefingBot.Articles;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;

namespace BriefingBot.Chat.Requests;

/// <summary>Says what is indexed and may be seen from a channel.</summary>
public sealed class LibraryResponder(IArticleLibrary library, ChannelViews views)
{
    private const int ShownSources = 25;

    public async ValueTask<ComposedReply> RespondAsync(IncomingMessage message, SourcesRequest request, CancellationToken cancellation)
    {
        var view = await views.OfAsync(message.Place, cancellation);
        var held = await library.DescribeAsync(ArticleFilter.EverythingIn(view.Access), cancellation);
        var wanted = request.Filter.Trim();
        var sources = held.Sources.Select(s => new NamedCount(s.Source.Length > 0 ? s.Source : "(unknown)", s.Articles)).Where(s => Matches(s, wanted));
        var collections = held.Collections.Select(c => new NamedCount(c.Collection, c.Articles)).Where(c => Matches(c, wanted));
        return new ComposedReply(ChatReply.Of(true, new LibraryPart(
            held.Articles, held.Undated, ReplyWriter.Day(held.Oldest), ReplyWriter.Day(held.Newest), [.. sources.Take(ShownSources)], [.. collections])));
    }

    private static bool Matches(NamedCount named, string wanted) => named.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase);
}
