using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.Rules;

namespace BriefingBot.EndToEndTests.Simulators.Slack.People;

/// <summary>Posts, changes and removes messages, from arguments that the rules accepted, and tells the app.</summary>
internal sealed class Messages(World world, Events events)
{
    public SimMessage Post(SimMessage message)
    {
        message.Channel.Messages.Add(message);
        events.Posted(message);
        return message;
    }

    /// <summary>A message by the bot. Its reply in a thread clears the thread's status.</summary>
    public SimMessage Post(SimChannel channel, JsonObject arguments, string? threadTs, SimUser? onlyFor = null, SimStream? stream = null)
    {
        // A reply to a reply goes to the thread's first message.
        var root = channel.Find(threadTs)?.ThreadTs ?? threadTs;
        var message = new SimMessage(world.NextTs(), channel, world.Bot, world.Now) { ThreadTs = root, OnlyFor = onlyFor, Stream = stream, IsBroadcast = arguments["reply_broadcast"].AsBool() == true };
        Fill(message, arguments);
        if (root is not null && onlyFor is null) ClearStatus(channel, root);
        if (onlyFor is null && stream is null) Unfurl(message, arguments);
        return Post(message);
    }

    public void Update(SimMessage message, JsonObject arguments)
    {
        var before = message.ToJson(world);
        message.Edits.Add(world.Now);
        message.EarlierTexts.Add(message.Text);
        Fill(message, arguments);
        events.Changed(message, before);
    }

    /// <summary>A person changes their own text.</summary>
    public void Edit(SimMessage message, string text)
    {
        var before = message.ToJson(world);
        message.EarlierTexts.Add(message.Text);
        message.Text = text;
        message.Blocks = RichText(text);
        events.Changed(message, before);
    }

    public void Append(SimMessage message, string text, JsonNode? blocks)
    {
        message.Edits.Add(world.Now);
        message.EarlierTexts.Add(message.Text);
        message.Stream!.Parts.Add(text);
        message.Text += text;
        foreach (var block in BlockTree.WithIds(blocks, () => world.NextId("b"))) message.Blocks.Add(block!.DeepClone());
        Ping(message, parsesNames: false);
    }

    public void Stop(SimMessage message)
    {
        message.Stream!.IsOver = true;
        message.Stream.StoppedAt = world.Now;
        events.Posted(message);
    }

    public void Delete(SimMessage message)
    {
        message.IsDeleted = true;
        events.Deleted(message);
    }

    /// <summary>What Slack's composer sends along with a person's text.</summary>
    public JsonArray RichText(string text) => new(new JsonObject
    {
        ["type"] = "rich_text",
        ["block_id"] = world.NextId("b"),
        ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }) }),
    });

    // Fields that an update leaves out keep what they had, metadata included.
    private void Fill(SimMessage message, JsonObject arguments)
    {
        if (arguments["markdown_text"].AsString() is { } markdown) (message.Text, message.Blocks) = (markdown, []);
        else if (arguments["text"].AsString() is { } text) message.Text = text.Length > MessageRules.MaxText ? text[..MessageRules.MaxText] : text;

        // An update with text alone shows that text: blocks are removed.
        if (arguments.ContainsKey("blocks") || arguments.ContainsKey("text")) message.Blocks = BlockTree.WithIds(arguments["blocks"], () => world.NextId("b"));
        if (arguments["attachments"] is JsonArray attachments) message.Attachments = (JsonArray)attachments.DeepClone();
        if (arguments["metadata"] is JsonObject metadata) message.Metadata = metadata.Count == 0 ? null : (JsonObject)metadata.DeepClone();
        Ping(message, arguments["link_names"].AsBool() == true || arguments["parse"].AsString() == "full");
    }

    private void Ping(SimMessage message, bool parsesNames) => message.Pings.AddRange(Mentions.Of(message, world.Users, parsesNames).Except(message.Pings).ToList());

    // Previews are off only when the app says so for both kinds (https://docs.slack.dev/messaging/unfurling-links-in-messages).
    private static void Unfurl(SimMessage message, JsonObject arguments)
    {
        if (arguments["unfurl_links"].AsBool() == false && arguments["unfurl_media"].AsBool() == false) return;
        message.UnfurledLinks.AddRange(Mentions.Links(message));
    }

    private void ClearStatus(SimChannel channel, string threadTs)
    {
        if (world.Statuses.FindLast(status => status.Channel == channel && status.ThreadTs == threadTs) is { Status.Length: > 0 } last)
            world.Statuses.Add(last with { Status = "", At = world.Now, LoadingMessages = [] });
    }
}
