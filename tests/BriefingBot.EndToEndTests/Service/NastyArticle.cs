using System.Text.Json;
using BriefingBot.EndToEndTests.CommandLine;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>An article on the mill of Brastad that would like to ping, link and format, on either platform.</summary>
internal static class NastyArticle
{
    public static void Write(Newsroom room) => room.Write("seeds/mill.jsonl", JsonSerializer.Serialize(new
    {
        id = "mill",
        title = "Mill of Brastad @everyone <@123456789012345678> <@U123456> <!here> [burnt](https://evil.example) <https://evil.example|down> ||spoiler|| \u202Eback",
        source = "Evil `Outlet` <@&987654321098765432> <!subteam^S123> discord.gg/evil @here",
        published = "2021-04-01",
        url = "javascript:alert(1)",
        text = "The mill of Brastad burnt down on Friday night, the fire service said @everyone <!channel>. The mill of Brastad burnt down, and [the mill](https://evil.example/mill) "
            + "or https://evil.example and discord.gg/evil ask <@123456789012345678>, <@U123456>, <@&987654321098765432> or <#123456789012345678>. The ||mill of Brastad|| `burnt` **down** *now* ~so~ @here.\n",
    }));
}
