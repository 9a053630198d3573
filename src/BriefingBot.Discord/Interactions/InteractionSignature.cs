using System.Text;
using NSec.Cryptography;

namespace BriefingBot.Discord.Interactions;

/// <summary>Ed25519 (RFC 8032) over timestamp and raw body: https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers.</summary>
internal sealed class InteractionSignature
{
    private readonly PublicKey _key;

    /// <exception cref="FormatException">Not a key of 64 hexadecimal digits.</exception>
    public InteractionSignature(string publicKey) =>
        _key = PublicKey.TryImport(SignatureAlgorithm.Ed25519, Convert.FromHexString(publicKey), KeyBlobFormat.RawPublicKey, out var key) && key is not null
            ? key
            : throw new FormatException($"{DiscordOptions.Section}:{nameof(DiscordOptions.PublicKey)} is not an Ed25519 key; copy it from the application's General Information page.");

    public bool Verify(string signature, string timestamp, ReadOnlySpan<byte> body)
    {
        var bytes = new byte[SignatureAlgorithm.Ed25519.SignatureSize];
        if (signature.Length != bytes.Length * 2) return false;
        if (Convert.FromHexString(signature, bytes, out _, out _) != System.Buffers.OperationStatus.Done) return false;

        // Bytes, not text: decoding the body could change what was signed.
        return SignatureAlgorithm.Ed25519.Verify(_key, [.. Encoding.UTF8.GetBytes(timestamp), .. body], bytes);
    }
}
