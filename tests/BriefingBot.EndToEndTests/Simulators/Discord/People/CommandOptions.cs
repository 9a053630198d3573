using System.Globalization;
using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Discord.People;

/// <summary>What the client makes of the options a person fills in, and what it does not let through.</summary>
internal static class CommandOptions
{
    public static JsonArray Of(JsonObject command, string[] subCommands, IEnumerable<(string Name, JsonNode Value)> given)
    {
        if (subCommands is [var name, .. var deeper])
        {
            var nested = Defined(command, name);
            return new JsonArray(new JsonObject { ["name"] = name, ["type"] = nested["type"]!.DeepClone(), ["options"] = Of(nested, deeper, given) });
        }

        var filled = given.ToDictionary(option => option.Name, option => option.Value);
        foreach (var missing in command["options"].Objects().Where(option => option["required"].AsBool() == true && !filled.ContainsKey(option["name"].AsString()!)))
            throw new InvalidOperationException($"The option \"{missing["name"]}\" is required.");
        return new JsonArray([.. filled.Select(option => Filled(Defined(command, option.Key), option.Value))]);
    }

    /// <summary>The ids of the files that are given.</summary>
    public static IEnumerable<string> Files(JsonNode? options) => options.Objects().SelectMany(option =>
        option["type"].AsInt() == 11 ? [option["value"].AsString()!] : Files(option["options"]));

    private static JsonObject Defined(JsonObject command, string name) =>
        command["options"].Objects().FirstOrDefault(option => option["name"].AsString() == name) ?? throw new InvalidOperationException($"\"{command["name"]}\" has no option \"{name}\".");

    private static JsonObject Filled(JsonObject option, JsonNode value)
    {
        if (option["choices"] is JsonArray { Count: > 0 } choices && !choices.Objects().Any(choice => JsonNode.DeepEquals(choice["value"], value)))
            throw new InvalidOperationException($"\"{value}\" is not a choice of \"{option["name"]}\".");
        if (option["max_length"].AsInt() is { } most && value.ToString().Length > most)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"\"{option["name"]}\" takes at most {most} characters."));
        return new JsonObject { ["name"] = option["name"]!.DeepClone(), ["type"] = option["type"]!.DeepClone(), ["value"] = value.DeepClone() };
    }
}
