using System.Net;
using System.Text;
using BriefingBot.Articles.Formats;

namespace BriefingBot.Chat.Uploads;

/// <summary>A fetched page as a file that says where it was found, before anything that the page says of itself.</summary>
internal static class LinkedPage
{
    /// <exception cref="UploadRefusedException">It is no text.</exception>
    public static byte[] Of(byte[] body, string? charset, Uri address)
    {
        try
        {
            var html = HtmlReader.Decode(body, charset);
            var found = WebUtility.HtmlEncode(address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));
            return Encoding.UTF8.GetBytes($"<meta charset=\"utf-8\"><link rel=\"canonical\" href=\"{found}\">\n{html}");
        }
        catch (UnreadableFileException e)
        {
            throw new UploadRefusedException(e.Message);
        }
    }
}
