using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Slack.Requests;

/// <summary>HMAC-SHA256 over version, timestamp and raw body: https://docs.slack.dev/authentication/verifying-requests-from-slack.</summary>
internal sealed class RequestSignature
{
    /// <summary>A request that is older, or later than now, may be a recorded one.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const string Version = "v0";

    private readonly byte[] _key;
    private readonly TimeProvider _time;

    /// <exception cref="ArgumentException">There is no secret; anyone could sign with that.</exception>
    public RequestSignature(string signingSecret, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(signingSecret);
        (_key, _time) = (Encoding.UTF8.GetBytes(signingSecret), time);
    }

    public bool Verify(string signature, string timestamp, ReadOnlySpan<byte> body)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        if (Math.Abs(_time.GetUtcNow().ToUnixTimeSeconds() - seconds) > Window.TotalSeconds) return false;

        // Bytes, not text: decoding the body could change what was signed.
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{Version}:{timestamp}:"), .. body];
        var hash = HMACSHA256.HashData(_key, signed);
        var expected = $"{Version}={Convert.ToHexStringLower(hash)}";
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature));
    }
}
