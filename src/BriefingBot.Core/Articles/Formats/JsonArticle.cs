using System.Text.Json;

namespace BriefingBot.Articles.Formats;

/// <summary>The fields of one line of JSON. Unknown fields are passed over.</summary>
internal struct JsonArticle
{
    public string? Id, Title, Source, Author, Published, Updated, Url, Language, Collection, Text;

    /// <exception cref="JsonException">The line is not JSON.</exception>
    /// <exception cref="UnreadableFileException">It is JSON, but no article.</exception>
    public static JsonArticle Parse(ReadOnlySpan<byte> line)
    {
        var article = new JsonArticle();
        var reader = new Utf8JsonReader(line);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new UnreadableFileException("is not a JSON object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ref var field = ref article.Field(ref reader, out var known);
            reader.Read();
            if (known) field = Value(ref reader);
            else reader.Skip();
        }

        if (reader.Read()) throw new UnreadableFileException("has something after the JSON object");
        return article;
    }

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    private ref string? Field(ref Utf8JsonReader name, out bool known)
    {
        known = true;
        if (name.ValueTextEquals("id"u8)) return ref Id;
        if (name.ValueTextEquals("title"u8)) return ref Title;
        if (name.ValueTextEquals("source"u8)) return ref Source;
        if (name.ValueTextEquals("author"u8)) return ref Author;
        if (name.ValueTextEquals("published"u8)) return ref Published;
        if (name.ValueTextEquals("updated"u8)) return ref Updated;
        if (name.ValueTextEquals("url"u8)) return ref Url;
        if (name.ValueTextEquals("language"u8)) return ref Language;
        if (name.ValueTextEquals("collection"u8)) return ref Collection;
        known = name.ValueTextEquals("text"u8);
        return ref Text;
    }

    private static string? Value(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return reader.GetString();
            case JsonTokenType.Null: return null;
            case JsonTokenType.Number: return System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
            default: throw new UnreadableFileException("has a field that is neither text nor a number");
        }
    }
}
