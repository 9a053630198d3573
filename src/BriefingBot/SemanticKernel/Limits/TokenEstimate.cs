using System.Text;

namespace BriefingBot.SemanticKernel.Limits;

/// <summary>Tokens by rule of thumb: four bytes of UTF-8, which fits English words and is not far off for other scripts.</summary>
internal static class TokenEstimate
{
    private const int BytesPerToken = 4;

    public static long Of(string text) => (Encoding.UTF8.GetByteCount(text) + BytesPerToken - 1) / BytesPerToken;
}
