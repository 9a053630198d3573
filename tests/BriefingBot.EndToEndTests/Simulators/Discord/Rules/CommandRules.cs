using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BriefingBot.EndToEndTests.Simulators.Discord.Rest;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Rules;

/// <summary>https://docs.discord.com/developers/interactions/application-commands</summary>
internal static partial class CommandRules
{
    private const int MaxCharacters = 8000;

    /// <summary>Checks a bulk overwrite; a body that is not a list is refused, too.</summary>
    public static IReadOnlyList<JsonObject> Check(JsonNode? body)
    {
        var errors = new FormErrors();
        if (body is not JsonArray list) throw new ApiException(400, 50035, "Invalid Form Body", new JsonObject { ["_errors"] = new JsonArray(new JsonObject { ["code"] = "LIST_TYPE_CONVERT", ["message"] = "Only iterables may be used in a ListType" }) });
        var commands = list.Select(item => item as JsonObject ?? []).ToList();
        for (var i = 0; i < commands.Count; i++) Command(commands[i], FormErrors.Join("", i), errors);
        foreach (var twice in commands.Index().GroupBy(entry => (TypeOf(entry.Item), entry.Item["name"].AsString())).Where(group => group.Count() > 1))
            errors.Add(FormErrors.Join(FormErrors.Join("", twice.Last().Index), "name"), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
        errors.ThrowIfAny();
        foreach (var (type, most) in ((int, int)[])[(1, 100), (2, 15), (3, 15)])
        {
            if (commands.Count(command => TypeOf(command) == type) > most) throw new ApiException(400, 30032, $"Maximum number of application commands reached ({most}).");
        }

        return commands;
    }

    public static int TypeOf(JsonObject command) => command["type"].AsInt() ?? 1;

    private static void Command(JsonObject command, string at, FormErrors errors)
    {
        var type = TypeOf(command);
        if (type is < 1 or > 4) errors.Add(at + ".type", "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4}.");
        if (type == 1) Slash(command, at, errors);
        else Menu(command, at, errors);
        Numbers(command, "integration_types", at, 0, 1, errors);
        Numbers(command, "contexts", at, 0, 2, errors);
        if (command["default_member_permissions"] is { } permissions && !ulong.TryParse(permissions.ToString(), out _))
            errors.Add(at + ".default_member_permissions", "NUMBER_TYPE_COERCE", $"Value \"{permissions}\" is not int.");
        if (Characters(command) > MaxCharacters) errors.Add(at, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
    }

    private static void Slash(JsonObject command, string at, FormErrors errors)
    {
        Name(command, at, errors);
        errors.Text(command, "description", at, 1, 100, required: true);
        Options(command, at, depth: 0, errors);
    }

    private static void Menu(JsonObject command, string at, FormErrors errors)
    {
        errors.Text(command, "name", at, 1, 32, required: true);
        if (command["description"].AsString() is { Length: > 0 }) errors.Add(at + ".description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION", "Context menu commands cannot have description");
        if (command["options"] is JsonArray { Count: > 0 }) errors.Add(at + ".options", "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS", "Context menu commands cannot have options");
    }

    private static void Options(JsonObject parent, string at, int depth, FormErrors errors)
    {
        var options = errors.List(parent, "options", at, 0, 25);
        var (optional, names) = (false, new HashSet<string>());
        for (var i = 0; i < options.Count; i++)
        {
            var (option, path) = (options[i], FormErrors.Join(at + ".options", i));
            if (errors.Integer(option, "type", path, 1, 11) is not { } type)
            {
                if (option["type"] is null) errors.Required(path + ".type");
                continue;
            }

            Name(option, path, errors);
            errors.Text(option, "description", path, 1, 100, required: true);
            if (option["name"].AsString() is { } name && !names.Add(name)) errors.Add(path + ".name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
            if (option["required"].AsBool() == true && optional) errors.Add(path, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
            optional |= option["required"].AsBool() != true;
            if (type <= 2 && depth >= (type == 2 ? 1 : 2)) errors.Add(path + ".type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-commands nest no deeper");
            if (type <= 2) Options(option, path, depth + 1, errors);
            else Choices(option, path, type, errors);
        }
    }

    private static void Choices(JsonObject option, string at, int type, FormErrors errors)
    {
        var choices = errors.List(option, "choices", at, 0, 25);
        if (choices.Count > 0 && option["autocomplete"].AsBool() == true) errors.Add(at, "APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_CHOICES", "Choices and autocomplete exclude each other");
        for (var i = 0; i < choices.Count; i++)
        {
            var path = FormErrors.Join(at + ".choices", i);
            errors.Text(choices[i], "name", path, 1, 100, required: true);
            if (choices[i]["value"] is null) errors.Required(path + ".value");
            else if (type == 3) errors.Text(choices[i], "value", path, 1, 100);
            else if (!choices[i]["value"].IsNumber()) errors.Add(path + ".value", "NUMBER_TYPE_COERCE", "Value is not a number.");
        }

        errors.Integer(option, "min_length", at, 0, 6000);
        errors.Integer(option, "max_length", at, 1, 6000);
    }

    private static void Name(JsonObject owner, string at, FormErrors errors)
    {
        if (errors.Text(owner, "name", at, 1, 32, required: true) is { } name && (!SlashName().IsMatch(name) || name.Any(char.IsUpper)))
            errors.Add(at + ".name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }

    private static void Numbers(JsonObject command, string field, string at, int min, int max, FormErrors errors)
    {
        if (command[field] is not JsonArray list) return;
        if (list.Any(item => item.AsInt() is not { } number || number < min || number > max)) errors.Add(FormErrors.Join(at, field), "BASE_TYPE_CHOICES", $"Value must be between {min} and {max}.");
        if (list.DistinctBy(item => item?.ToString()).Count() != list.Count) errors.Add(FormErrors.Join(at, field), "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
    }

    private static int Characters(JsonObject command) =>
        Length(command["name"]) + Length(command["description"]) + command["options"].Objects().Sum(Characters)
        + command["choices"].Objects().Sum(choice => Length(choice["name"]) + Length(choice["value"]));

    private static int Length(JsonNode? text) => text.AsString() is { } value ? FormErrors.Length(value) : 0;

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\u0900-\u097F\u0E00-\u0E7F]{1,32}$")]
    private static partial Regex SlashName();
}
