using BriefingBot.Answering;
using BriefingBot.Articles;

namespace BriefingBot.Chat.Settings;

/// <summary>What may be seen from a place, and how long its answers are.</summary>
public sealed record ChannelView(ArticleAccess Access, AnswerOptions Length, ChannelSettings Settings);

/// <summary>Puts a channel's settings and the configuration together.</summary>
public sealed class ChannelViews(IChannelSettingsStore store, ChatOptions options, AnswerOptions length)
{
    /// <summary>Words that a further sentence may bring.</summary>
    private const int WordsPerSentence = 40;

    public async ValueTask<ChannelView> OfAsync(ChatPlace place, CancellationToken cancellation)
    {
        var settings = await store.SettingsAsync(place.Whole, cancellation);
        var collections = settings.Collections.Count > 0 ? settings.Collections : options.DefaultCollections;
        return new ChannelView(new ArticleAccess(collections, settings.Sources), LengthOf(settings), settings);
    }

    private AnswerOptions LengthOf(ChannelSettings settings) => settings.Sentences is 0 ? length : new AnswerOptions
    {
        MaxSentences = settings.Sentences,
        MaxWords = Math.Max(length.MaxWords, settings.Sentences * WordsPerSentence),
    };
}
