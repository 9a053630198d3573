using System.Globalization;

namespace BriefingBot.Discord.Commands;

/// <summary>https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags</summary>
internal static class Permissions
{
    public const ulong Administrator = 1 << 3;
    public const ulong ManageChannels = 1 << 4;
    public const ulong ManageServer = 1 << 5;

    /// <param name="permissions">Bit set in decimal; null outside of servers, where nobody administers anything.</param>
    public static bool MayManage(string? permissions) =>
        ulong.TryParse(permissions, NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
        && (bits & (Administrator | ManageChannels | ManageServer)) != 0;

    /// <summary>What no channel can give or take away.</summary>
    public static bool MayManageServer(string? permissions) =>
        ulong.TryParse(permissions, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && (bits & (Administrator | ManageServer)) != 0;
}
