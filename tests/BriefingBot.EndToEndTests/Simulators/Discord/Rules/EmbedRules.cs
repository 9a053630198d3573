using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Rules;

/// <summary>https://docs.discord.com/developers/resources/message#embed-object-embed-limits</summary>
internal static class EmbedRules
{
    private const int MaxCharacters = 6000;

    public static void Check(JsonObject form, FormErrors errors)
    {
        var embeds = errors.List(form, "embeds", "", 0, 10);
        var sum = 0;
        for (var i = 0; i < embeds.Count; i++) sum += Check(embeds[i], FormErrors.Join("embeds", i), errors);
        if (sum > MaxCharacters) errors.Add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
    }

    public static bool IsEmpty(JsonObject embed) => !embed.Any(field => field.Key is not "type" and not "color" && field.Value is not null and not JsonArray { Count: 0 });

    private static int Check(JsonObject embed, string at, FormErrors errors)
    {
        var texts = new List<string?>
        {
            errors.Text(embed, "title", at, 0, 256),
            errors.Text(embed, "description", at, 0, 4096),
        };
        Url(embed, "url", at, errors);
        errors.Integer(embed, "color", at, 0, 0xFFFFFF);
        Timestamp(embed, at, errors);
        if (embed["footer"] is JsonObject footer) texts.Add(errors.Text(footer, "text", at + ".footer", 1, 2048, required: true));
        if (embed["author"] is JsonObject author)
        {
            texts.Add(errors.Text(author, "name", at + ".author", 1, 256, required: true));
            Url(author, "url", at + ".author", errors);
        }

        foreach (var picture in (string[])["image", "thumbnail"])
        {
            if (embed[picture] is JsonObject media) Url(media, "url", $"{at}.{picture}", errors);
        }

        var fields = errors.List(embed, "fields", at, 0, 25);
        for (var i = 0; i < fields.Count; i++)
        {
            var path = FormErrors.Join(at + ".fields", i);
            texts.Add(errors.Text(fields[i], "name", path, 1, 256, required: true));
            texts.Add(errors.Text(fields[i], "value", path, 1, 1024, required: true));
        }

        return texts.Sum(text => text is null ? 0 : FormErrors.Length(text.Trim()));
    }

    private static void Timestamp(JsonObject embed, string at, FormErrors errors)
    {
        if (embed["timestamp"] is not { } stamp) return;
        if (!DateTimeOffset.TryParse(stamp.AsString(), System.Globalization.CultureInfo.InvariantCulture, out _))
            errors.Add(at + ".timestamp", "DATE_TIME_TYPE_PARSE", "Could not parse " + stamp + ". Should be ISO8601.");
    }

    public static void Url(JsonObject owner, string field, string at, FormErrors errors)
    {
        if (errors.Text(owner, field, at, 0, 2048) is not { Length: > 0 } url) return;
        var path = FormErrors.Join(at, field);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) errors.Add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        else if (uri.Scheme is not ("http" or "https" or "attachment" or "discord"))
            errors.Add(path, "URL_TYPE_INVALID_SCHEME", $"Scheme \"{uri.Scheme}\" is not supported. Scheme must be one of ('http', 'https').");
    }
}
