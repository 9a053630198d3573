namespace BriefingBot.Chat.Uploads;

/// <summary>An item as it was fetched.</summary>
/// <param name="Extension">Of the format that it is read as, with the dot.</param>
/// <param name="Address">Where in the Web it was found, after redirects; null for attachments.</param>
/// <param name="Charset">The encoding that its server names.</param>
internal sealed record FetchedUpload(string Extension, byte[] Body, Uri? Address = null, string? Charset = null);

/// <summary>An item is not taken; the message goes on from "it".</summary>
internal sealed class UploadRefusedException(string reason) : Exception(reason);
