namespace BriefingBot.Tests;

/// <summary>A folder that goes away with the test. The end-to-end tests share this file.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefingbot-");

    public string FullPath => _folder.FullName;

    public string PathOf(string relative) => Path.Combine(FullPath, relative);

    /// <summary>Writes a file with the folders it lies in, and returns its full path.</summary>
    public string Write(string relative, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllBytes(PathOf(relative), bytes);
        return PathOf(relative);
    }

    public string Write(string relative, string text) => Write(relative, System.Text.Encoding.UTF8.GetBytes(text));

    public void Dispose() => _folder.Delete(recursive: true);
}
