using BriefingBot.Chat.Uploads;

namespace BriefingBot.CommandLine;

/// <summary>Takes up what was added from chats.</summary>
internal static class TakingUploads
{
    /// <summary>Shorter than composing a reply may take, so that whoever waits learns of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <param name="tookUp">Called when the articles are in the index.</param>
    public static async Task<IReadOnlyList<TakenUpload>> TakeUploadsUpAsync(this Session session, IReadOnlyList<StagedUpload> uploads, Action tookUp, CancellationToken cancellation)
    {
        IReadOnlyList<TakenUpload> taken;
        using (var turn = await WritingTurn.BeginAsync(session, Patience, cancellation)) taken = await turn.Get<UploadIntake>().TakeAsync(uploads, cancellation);
        tookUp();
        return taken;
    }
}
