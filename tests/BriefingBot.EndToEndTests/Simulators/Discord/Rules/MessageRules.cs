using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord.People;
using BriefingBot.EndToEndTests.Simulators.Discord.Rest;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Rules;

/// <summary>https://docs.discord.com/developers/resources/message#create-message</summary>
internal static class MessageRules
{
    /// <summary>A message as it would be after the form is applied; <paramref name="flags"/> are the flags it will have.</summary>
    public static void Check(JsonObject form, int flags, int files = 0, SimMessage? before = null, string under = "")
    {
        var errors = new FormErrors();
        var layout = (flags & SimMessage.ComponentsV2) != 0;
        if (form["content"] is not null) errors.Text(form, "content", "", 0, 2000);
        EmbedRules.Check(form, errors);
        new ComponentRules(errors).CheckMessage(form, layout);
        AllowedMentions(form, errors);
        Nonce(form, errors);
        if (layout) OnlyComponents(form, errors);
        if (form["flags"] is not null) errors.Integer(form, "flags", "", 0, int.MaxValue);
        if (form["attachments"] is not null) errors.List(form, "attachments", "", 0, 10);
        Nest(errors, under);
        if (IsEmpty(form, before, files)) throw ApiException.EmptyMessage;
    }

    // Errors of an interaction's message are found under "data".
    private static void Nest(FormErrors errors, string under)
    {
        try
        {
            errors.ThrowIfAny();
        }
        catch (ApiException exception) when (under.Length > 0)
        {
            throw new ApiException(400, 50035, exception.Message, new JsonObject { [under] = exception.Body["errors"]!.DeepClone() });
        }
    }

    private static void OnlyComponents(JsonObject form, FormErrors errors)
    {
        foreach (var field in (string[])["content", "embeds", "poll", "sticker_ids"])
        {
            if (form[field] is null or JsonArray { Count: 0 } || form[field].AsString() is "") continue;
            errors.Add(field, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", $"The '{field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        }
    }

    private static bool IsEmpty(JsonObject form, SimMessage? before, int files)
    {
        var content = form.ContainsKey("content") ? form["content"].AsString() : before?.Content;
        var embeds = form.ContainsKey("embeds") ? form["embeds"] as JsonArray : before?.Embeds;
        var components = form.ContainsKey("components") ? form["components"] as JsonArray : before?.Components;
        return string.IsNullOrWhiteSpace(content) && embeds.Objects().All(EmbedRules.IsEmpty) && components is not { Count: > 0 }
            && files == 0 && form["poll"] is null && form["sticker_ids"] is not JsonArray { Count: > 0 };
    }

    private static void Nonce(JsonObject form, FormErrors errors)
    {
        if (form["nonce"] is not { } nonce) return;
        if (nonce.IsNumber()) return;
        errors.Text(form, "nonce", "", 0, 25);
    }

    private static void AllowedMentions(JsonObject form, FormErrors errors)
    {
        if (form["allowed_mentions"] is not JsonObject allowed) return;
        var parse = (allowed["parse"] as JsonArray)?.Select(item => item.AsString()).ToList() ?? [];
        if (parse.Any(kind => kind is not ("users" or "roles" or "everyone"))) errors.Add("allowed_mentions.parse", "BASE_TYPE_CHOICES", "Value must be one of ('users', 'everyone', 'roles').");
        foreach (var kind in (string[])["users", "roles"])
        {
            if (allowed[kind] is not JsonArray ids) continue;
            if (ids.Count > 100) errors.Add($"allowed_mentions.{kind}", "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length.");
            if (ids.Count > 0 && parse.Contains(kind)) errors.Add("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
            if (ids.Any(id => id.AsId() is null)) errors.Add($"allowed_mentions.{kind}", "NUMBER_TYPE_COERCE", "Value is not snowflake.");
        }
    }
}
