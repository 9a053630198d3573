using System.Text;
using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.WebApi;

namespace BriefingBot.EndToEndTests.Simulators.Slack.Rules;

/// <summary>https://docs.slack.dev/reference/views</summary>
internal static class ViewRules
{
    private const int MaxBytes = 250 * 1024;

    /// <param name="type"><c>modal</c> or <c>home</c>.</param>
    public static void Check(JsonObject view, string type)
    {
        if (Encoding.UTF8.GetByteCount(view.ToJsonString()) > MaxBytes) throw new ApiException("view_too_large");
        var errors = new BlockErrors();
        if (view["type"].AsString() != type) errors.Add($"unsupported type: {view["type"]}", "/view/type");
        if (view["blocks"] is null) errors.Missing("blocks", "/view");
        new BlockRules(errors).Check(view, "/view", 100, isMessage: false);
        errors.Text(view, "private_metadata", "/view", 3000);
        errors.Text(view, "callback_id", "/view", 255);
        errors.Text(view, "external_id", "/view", 255);
        if (type == "modal") Modal(view, errors);
        if (errors.Messages.Count > 0) throw new ApiException("invalid_arguments", errors.Messages);
    }

    private static void Modal(JsonObject view, BlockErrors errors)
    {
        errors.TextObject(view, "title", "/view", 24, required: true, plainOnly: true);
        errors.TextObject(view, "close", "/view", 24, plainOnly: true);
        errors.TextObject(view, "submit", "/view", 24, plainOnly: true);
        if (view["submit"] is null && view["blocks"].Objects().Any(block => block["type"].AsString() == "input")) errors.Missing("submit", "/view");
    }
}
