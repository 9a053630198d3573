using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.Rules;

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements</summary>
internal sealed class ElementRules(BlockErrors errors)
{
    private static readonly string[] Choices =
    [
        "checkboxes", "datepicker", "datetimepicker", "radio_buttons", "timepicker", "static_select", "external_select", "users_select", "conversations_select", "channels_select",
        "multi_static_select", "multi_external_select", "multi_users_select", "multi_conversations_select", "multi_channels_select",
    ];

    public static string[] Actions { get; } = [.. Choices, "button", "overflow", "rich_text_input", "workflow_button"];

    public static string[] ContextActions { get; } = ["feedback_buttons", "icon_button"];

    public static string[] Accessories { get; } = [.. Choices, "button", "image", "overflow", "workflow_button"];

    public static string[] Inputs { get; } = [.. Choices, "email_text_input", "file_input", "number_input", "plain_text_input", "rich_text_input", "url_text_input"];

    /// <summary>The elements of one block, whose action ids must differ.</summary>
    public void CheckAll(JsonObject block, string at, int max, string[] allowed)
    {
        var elements = errors.List(block, "elements", at, 1, max);
        for (var i = 0; i < elements.Count; i++) Check(elements[i], $"{at}/elements/{i}", allowed);
        foreach (var twice in elements.Select(element => element["action_id"].AsString()).OfType<string>().GroupBy(id => id).Where(group => group.Count() > 1))
            errors.Add($"action_id already exists: {twice.Key}", $"{at}/elements");
    }

    public void Check(JsonObject element, string at, string[] allowed)
    {
        var type = element["type"].AsString();
        if (!allowed.Contains(type))
        {
            errors.Add($"unsupported type: {type}", $"{at}/type");
            return;
        }

        errors.Text(element, "action_id", at, 255);
        errors.TextObject(element, "placeholder", at, 150, plainOnly: true);
        switch (type)
        {
            case "button": Button(element, at); break;
            case "feedback_buttons": Feedback(element, "positive_button", at); Feedback(element, "negative_button", at); break;
            case "icon_button": errors.TextObject(element, "text", at, 75, required: true, plainOnly: true); errors.Text(element, "icon", at, 255, required: true); break;
            case "image": Image(element, at, errors); break;
            case "overflow": Options(element, at, 5); break;
            case "checkboxes" or "radio_buttons": Options(element, at, 10); break;
            case "static_select" or "multi_static_select": StaticSelect(element, at); break;
            case "plain_text_input": TextInput(element, at); break;
        }
    }

    public static void Image(JsonObject image, string at, BlockErrors errors)
    {
        errors.Text(image, "alt_text", at, 2000, required: true);
        if (image["slack_file"] is null) errors.Text(image, "image_url", at, 3000, required: true);
    }

    private void Button(JsonObject button, string at)
    {
        errors.TextObject(button, "text", at, 75, required: true, plainOnly: true);
        errors.Text(button, "value", at, 2000);
        errors.Text(button, "url", at, 3000);
        errors.Text(button, "accessibility_label", at, 75);
        if (button["style"] is { } style && style.AsString() is not ("primary" or "danger")) errors.Add("invalid style", $"{at}/style");
    }

    private void Feedback(JsonObject owner, string field, string at)
    {
        if (owner[field] is not JsonObject button)
        {
            errors.Missing(field, at);
            return;
        }

        errors.TextObject(button, "text", $"{at}/{field}", 75, required: true, plainOnly: true);
        errors.Text(button, "value", $"{at}/{field}", 2000, required: true);
        errors.Text(button, "accessibility_label", $"{at}/{field}", 75);
    }

    private void StaticSelect(JsonObject select, string at)
    {
        if (select["option_groups"] is null)
        {
            Options(select, at, 100);
            return;
        }

        var groups = errors.List(select, "option_groups", at, 1, 100);
        for (var i = 0; i < groups.Count; i++)
        {
            errors.TextObject(groups[i], "label", $"{at}/option_groups/{i}", 75, required: true, plainOnly: true);
            Options(groups[i], $"{at}/option_groups/{i}", 100);
        }
    }

    private void Options(JsonObject owner, string at, int max)
    {
        var options = errors.List(owner, "options", at, 1, max);
        for (var i = 0; i < options.Count; i++)
        {
            var path = $"{at}/options/{i}";
            errors.TextObject(options[i], "text", path, 75, required: true);
            errors.Text(options[i], "value", path, 150);
            errors.TextObject(options[i], "description", path, 75);
        }
    }

    private void TextInput(JsonObject input, string at)
    {
        foreach (var bound in (string[])["min_length", "max_length"])
        {
            if (input[bound] is { } length && length.AsInt() is not (>= 0 and <= 3000)) errors.Add("must be between 0 and 3000", $"{at}/{bound}");
        }

        if (input["max_length"].AsInt() is { } most && input["initial_value"].AsString() is { } initial && BlockErrors.Length(initial) > most) errors.Add("initial_value is longer than max_length", $"{at}/initial_value");
    }
}
