using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Discord;

/// <summary>Discord's id of anything: https://discord.com/developers/docs/reference#snowflakes.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct Snowflake(ulong Value) : IComparable<Snowflake>
{
    private const long DiscordEpochMilliseconds = 1_420_070_400_000;

    /// <summary>When the thing was made, to the millisecond.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> 22) + DiscordEpochMilliseconds);

    /// <exception cref="FormatException">The text is not a decimal number of 64 bits.</exception>
    public static Snowflake Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a Discord id; ids are numbers such as 175928847299117063.");

    public static bool TryParse([NotNullWhen(true)] string? text, out Snowflake id)
    {
        var valid = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        id = new Snowflake(value);
        return valid;
    }

    public static bool operator <(Snowflake left, Snowflake right) => left.Value < right.Value;

    public static bool operator <=(Snowflake left, Snowflake right) => left.Value <= right.Value;

    public static bool operator >(Snowflake left, Snowflake right) => left.Value > right.Value;

    public static bool operator >=(Snowflake left, Snowflake right) => left.Value >= right.Value;

    public int CompareTo(Snowflake other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Ids are strings in JSON, as JavaScript's numbers are too short for them; a number is taken as well.</summary>
    internal sealed class Converter : JsonConverter<Snowflake>
    {
        public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number ? new Snowflake(reader.GetUInt64()) : FromText(reader.GetString());

        public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

        public override Snowflake ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            FromText(reader.GetString());

        public override void WriteAsPropertyName(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.ToString());

        private static Snowflake FromText(string? text) => TryParse(text, out var id) ? id : throw new JsonException($"'{text}' is not a Discord id.");
    }
}
