namespace BriefingBot.Tests.Indexing;

/// <summary>Made-up prose whose words follow Zipf's law, so that unrelated texts share common words but few phrases.</summary>
internal static class NewsText
{
    private static readonly string[] Consonants = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ea", "ou"];

    public static string Story(int seed, int words)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, words).Select(i => Word(random) + (i % 15 == 14 ? "." : "")));
    }

    /// <summary>Replaces about this share of the words.</summary>
    public static string Edit(string story, double share, int seed)
    {
        var random = new Random(seed);
        return string.Join(' ', story.Split(' ').Select(word => random.NextDouble() < share ? Word(random) : word));
    }

    public static string Cut(string story, double keep)
    {
        var words = story.Split(' ');
        return string.Join(' ', words.Take((int)(words.Length * keep)));
    }

    private static string Word(Random random)
    {
        var rank = (int)Math.Pow(20_000, random.NextDouble());
        var word = "";
        for (var rest = rank; rest > 0; rest /= 105) word += Consonants[rest % 15] + Vowels[rest / 15 % 7];
        return word;
    }
}
