using System.Buffers.Binary;
using BriefingBot.Articles;
using Microsoft.Data.Sqlite;

namespace BriefingBot.SqliteStore;

/// <summary>Between an article and its row.</summary>
internal static class ArticleRow
{
    /// <summary>The columns <see cref="Read"/> takes, in its order.</summary>
    public const string Columns =
        "a.key, a.id, a.copy_group, a.published, a.published_flags, a.updated, a.updated_flags, a.ingested, a.source, a.language, a.title, a.author, a.url, a.collection";

    /// <summary>Two more columns of the joined table of texts.</summary>
    public const string ColumnsWithText = Columns + ", t.blocks, t.text";

    private const int BlocksColumn = 14;
    private const int TextColumn = 15;

    /// <summary>Text and blocks are left empty when the row has no columns for them.</summary>
    public static StoredArticle Read(SqliteDataReader row)
    {
        var hasText = row.FieldCount > BlocksColumn;
        var article = new Article
        {
            Id = ArticleId.Parse(row.GetString(1)),
            Published = ReadDate(row, 3),
            Updated = ReadDate(row, 5),
            Source = row.GetString(8),
            Language = row.GetString(9),
            Title = row.GetString(10),
            Author = row.GetString(11),
            Url = row.GetString(12),
            Collection = row.GetString(13),
            Blocks = hasText ? BlockList.FromBytes(row.GetFieldValue<byte[]>(BlocksColumn)) : [],
            Text = hasText ? row.GetString(TextColumn) : "",
        };
        return new StoredArticle(row.GetInt64(0), article, new DateTimeOffset(row.GetInt64(7), TimeSpan.Zero), row.GetInt64(2));
    }

    public static ArticleDate? ReadDate(SqliteDataReader row, int column)
    {
        if (row.IsDBNull(column)) return null;
        var flags = row.GetInt64(column + 1);
        return new ArticleDate(new DateTimeOffset(row.GetInt64(column), TimeSpan.Zero), (flags & 1) != 0, (flags & 2) != 0);
    }

    public static long Flags(ArticleDate? date) => date is null ? 0 : (date.DateOnly ? 1 : 0) | (date.Inferred ? 2 : 0);

    public static byte[] ToBytes(UInt128 hash)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        return bytes;
    }

    public static UInt128 ReadHash(SqliteDataReader row, int column) =>
        BinaryPrimitives.ReadUInt128BigEndian(row.GetFieldValue<byte[]>(column));
}
