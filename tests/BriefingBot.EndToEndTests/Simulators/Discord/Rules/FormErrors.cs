using System.Globalization;
using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord.Rest;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Rules;

/// <summary>
/// Collects what is wrong with a form as Discord's error tree (https://docs.discord.com/developers/reference#error-messages).
/// Lengths are counted in code points: the service counts characters, and a simulator stricter than the service would be wrong.
/// </summary>
internal sealed class FormErrors
{
    private readonly JsonObject _tree = [];

    public void ThrowIfAny()
    {
        if (_tree.Count > 0) throw new ApiException(400, 50035, "Invalid Form Body", _tree);
    }

    public void Add(string path, string code, string message)
    {
        var node = _tree;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (node[step] is not JsonObject next) node[step] = next = [];
            node = next;
        }

        if (node["_errors"] is not JsonArray errors) node["_errors"] = errors = [];
        errors.Add(new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    /// <summary>A string of <paramref name="min"/> to <paramref name="max"/> characters; missing is allowed unless <paramref name="required"/>.</summary>
    public string? Text(JsonObject form, string field, string at, int min, int max, bool required = false)
    {
        var path = Join(at, field);
        if (form[field] is not { } node)
        {
            if (required) Required(path);
            return null;
        }

        if (node.AsString() is not { } text)
        {
            // Discord turns numbers into strings where a string belongs.
            if (node.IsNumber()) return node.ToString();
            Add(path, "STRING_TYPE_CONVERT", "Could not interpret value as string.");
            return null;
        }

        var length = Length(text.Trim());
        if (length == 0 && min > 0 && required) Required(path);
        else if (length < min || length > max) AddLength(path, min, max);
        return text;
    }

    public int? Integer(JsonObject form, string field, string at, int min, int max)
    {
        if (form[field] is not { } node) return null;
        var path = Join(at, field);
        if (node.AsInt() is not { } number) Add(path, "NUMBER_TYPE_COERCE", $"Value \"{node}\" is not int.");
        else if (number < min) Add(path, "NUMBER_TYPE_MIN", Invariant($"int value should be greater than or equal to {min}."));
        else if (number > max) Add(path, "NUMBER_TYPE_MAX", Invariant($"int value should be less than or equal to {max}."));
        else return number;
        return null;
    }

    public IReadOnlyList<JsonObject> List(JsonObject form, string field, string at, int min, int max)
    {
        if (form[field] is not { } node) return [];
        var path = Join(at, field);
        if (node is not JsonArray array)
        {
            Add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return [];
        }

        if (array.Count < min || array.Count > max) AddLength(path, min, max);
        for (var i = 0; i < array.Count; i++)
        {
            if (array[i] is not JsonObject) Add(Join(path, i), "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        }

        return [.. array.Select(item => item as JsonObject ?? [])];
    }

    public static string Join(string at, object step) => at.Length == 0 ? Invariant($"{step}") : Invariant($"{at}.{step}");

    public static int Length(string text) => text.EnumerateRunes().Count();

    private void AddLength(string path, int min, int max)
    {
        if (min <= 0) Add(path, "BASE_TYPE_MAX_LENGTH", Invariant($"Must be {max} or fewer in length."));
        else Add(path, "BASE_TYPE_BAD_LENGTH", Invariant($"Must be between {min} and {max} in length."));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
