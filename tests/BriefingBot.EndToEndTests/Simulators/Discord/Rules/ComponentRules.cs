using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Rules;

/// <summary>https://docs.discord.com/developers/components/reference</summary>
internal sealed class ComponentRules(FormErrors errors)
{
    private const int Row = 1, Button = 2, StringSelect = 3, TextInput = 4, Section = 9, TextDisplay = 10, Thumbnail = 11, Gallery = 12, File = 13, Separator = 14, Container = 17, Label = 18;
    private readonly HashSet<string> _customIds = [];
    private int _count;
    private int _displayed;

    /// <summary>Components of a message: rows of buttons and selects, or (<paramref name="layout"/>) Components V2.</summary>
    public void CheckMessage(JsonObject form, bool layout)
    {
        var top = errors.List(form, "components", "", 0, layout ? 40 : 5);
        for (var i = 0; i < top.Count; i++) Check(top[i], FormErrors.Join("components", i), layout ? [Row, Section, TextDisplay, Gallery, File, Separator, Container] : [Row], layout);
        if (layout && _count > 40) errors.Add("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "The total number of components cannot exceed 40.");
        if (_displayed > 4000) errors.Add("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "The total displayable text size exceeds the maximum size of 4000");
    }

    /// <summary>A modal: title, id, and 1-5 rows or labels with inputs.</summary>
    public void CheckModal(JsonObject modal)
    {
        errors.Text(modal, "title", "data", 1, 45, required: true);
        errors.Text(modal, "custom_id", "data", 1, 100, required: true);
        var rows = errors.List(modal, "components", "data", 1, 5);
        if (modal["components"] is null) errors.Required("data.components");
        for (var i = 0; i < rows.Count; i++)
        {
            var at = FormErrors.Join("data.components", i);
            if (!TypeIs(rows[i], at, [Row, TextDisplay, Label])) continue;
            if (rows[i]["type"].AsInt() == Label) errors.Text(rows[i], "label", at, 1, 45, required: true);
            var inputs = rows[i]["component"] is JsonObject single ? [single] : rows[i]["components"].Objects().ToArray();
            foreach (var input in inputs.Where(input => input["type"].AsInt() == TextInput)) Input(input, at, labelled: rows[i]["type"].AsInt() == Label);
        }
    }

    private void Check(JsonObject component, string at, int[] allowed, bool layout)
    {
        _count++;
        if (!TypeIs(component, at, allowed)) return;
        errors.Integer(component, "id", at, 0, int.MaxValue);
        switch (component["type"].AsInt())
        {
            case Row: ActionRow(component, at); break;
            case Section:
                Children(component, at, 1, 3, [TextDisplay]);
                if (component["accessory"] is JsonObject accessory) Check(accessory, at + ".accessory", [Button, Thumbnail], layout);
                else errors.Required(at + ".accessory");
                break;
            case TextDisplay: _displayed += FormErrors.Length(errors.Text(component, "content", at, 1, 4000, required: true) ?? ""); break;
            case Gallery: errors.List(component, "items", at, 1, 10); break;
            case Container: Children(component, at, 1, 40, [Row, Section, TextDisplay, Gallery, File, Separator]); break;
            case Button: ButtonRules(component, at); break;
        }
    }

    private void Children(JsonObject parent, string at, int min, int max, int[] allowed)
    {
        var children = errors.List(parent, "components", at, min, max);
        if (parent["components"] is null) errors.Required(at + ".components");
        for (var i = 0; i < children.Count; i++) Check(children[i], FormErrors.Join(at + ".components", i), allowed, layout: true);
    }

    private void ActionRow(JsonObject row, string at)
    {
        var children = errors.List(row, "components", at, 1, 5);
        if (row["components"] is null) errors.Required(at + ".components");
        var selects = children.Count(child => child["type"].AsInt() is StringSelect or >= 5 and <= 8);
        if (selects > 0 && children.Count > 1) errors.Add(at + ".components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
        for (var i = 0; i < children.Count; i++)
        {
            _count++;
            var path = FormErrors.Join(at + ".components", i);
            if (!TypeIs(children[i], path, [Button, StringSelect, 5, 6, 7, 8])) continue;
            if (children[i]["type"].AsInt() == Button) ButtonRules(children[i], path);
            else Select(children[i], path);
        }
    }

    private void ButtonRules(JsonObject button, string at)
    {
        if (errors.Integer(button, "style", at, 1, 6) is not { } style)
        {
            if (button["style"] is null) errors.Required(at + ".style");
            return;
        }

        var label = errors.Text(button, "label", at, 0, 80);
        if (style != 6 && string.IsNullOrWhiteSpace(label) && button["emoji"] is not JsonObject) errors.Add(at, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or emoji is required");
        if (style == 5)
        {
            if (button["url"] is null) errors.Required(at + ".url");
            if (button["custom_id"] is not null) errors.Add(at + ".custom_id", "COMPONENT_CUSTOM_ID_NOT_ALLOWED", "A link button must not have a custom id");
            if (errors.Text(button, "url", at, 1, 512) is not null) EmbedRules.Url(button, "url", at, errors);
        }
        else if (style < 5)
        {
            if (button["url"] is not null) errors.Add(at + ".url", "COMPONENT_URL_NOT_ALLOWED", "Only link buttons have a URL");
            CustomId(button, at);
        }
    }

    private void Select(JsonObject select, string at)
    {
        CustomId(select, at);
        errors.Text(select, "placeholder", at, 0, 150);
        errors.Integer(select, "min_values", at, 0, 25);
        errors.Integer(select, "max_values", at, 1, 25);
        if (select["type"].AsInt() != StringSelect) return;
        var options = errors.List(select, "options", at, 1, 25);
        if (select["options"] is null) errors.Required(at + ".options");
        var values = new HashSet<string>();
        for (var i = 0; i < options.Count; i++)
        {
            var path = FormErrors.Join(at + ".options", i);
            errors.Text(options[i], "label", path, 1, 100, required: true);
            errors.Text(options[i], "description", path, 0, 100);
            if (errors.Text(options[i], "value", path, 1, 100, required: true) is { } value && !values.Add(value))
                errors.Add(path + ".value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
        }
    }

    private void Input(JsonObject input, string at, bool labelled)
    {
        CustomId(input, at);
        if (input["style"].AsInt() is not (1 or 2)) errors.Required(at + ".style");
        if (!labelled) errors.Text(input, "label", at, 1, 45, required: true);
        errors.Integer(input, "min_length", at, 0, 4000);
        errors.Integer(input, "max_length", at, 1, 4000);
        errors.Text(input, "value", at, 0, 4000);
        errors.Text(input, "placeholder", at, 0, 100);
    }

    private void CustomId(JsonObject component, string at)
    {
        if (errors.Text(component, "custom_id", at, 1, 100, required: true) is { } id && !_customIds.Add(id))
            errors.Add(at + ".custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }

    private bool TypeIs(JsonObject component, string at, int[] allowed)
    {
        if (component["type"].AsInt() is { } type && allowed.Contains(type)) return true;
        errors.Add(at + ".type", "UNION_TYPE_CHOICES", $"Value of field \"type\" must be one of ({string.Join(", ", allowed)}).");
        return false;
    }
}
