using BriefingBot.Passages;

namespace BriefingBot.Answering.Checking.Vocabulary;

/// <summary>Whether two words name one country or its people: "Irish" and "Ireland", "Tavarian" and "Tavaria".</summary>
internal static class Demonyms
{
    private static readonly string[] Endings = ["n", "an", "ian", "ese", "i", "ish", "er", "ans", "ians", "ns", "is", "s"];

    private static readonly string[] PersonEndings = ["an", "ese", "ish"];

    private static readonly WordSet People = new("dane swede pole finn turk scot spaniard greek swiss czech kiwi thai briton israeli iraqi pakistani");

    private static readonly Dictionary<string, string> Irregular = new[]
    {
        "ireland irish irishman", "netherlands dutch holland", "greece greek greeks", "france french", "germany german germans", "spain spanish spaniard", "poland polish pole poles", "denmark danish dane danes",
        "sweden swedish swede", "norway norwegian", "finland finnish finn", "iceland icelandic", "switzerland swiss", "portugal portuguese", "turkey turkish turk turkiye", "wales welsh",
        "scotland scottish scot scots", "england english", "britain british uk u.k briton britons gb", "us u.s usa america american americans", "europe european eu", "china chinese", "japan japanese", "thailand thai",
        "philippines filipino philippine", "argentina argentine argentinian", "peru peruvian", "iraq iraqi", "israel israeli", "pakistan pakistani", "afghanistan afghan", "kazakhstan kazakh", "ukraine ukrainian",
        "czechia czech", "slovakia slovak", "hungary hungarian", "belgium belgian", "luxembourg luxembourgish", "cyprus cypriot", "lebanon lebanese", "congo congolese", "canada canadian", "brazil brazilian",
        "mexico mexican", "chile chilean", "egypt egyptian", "morocco moroccan", "new zealand kiwi", "serbia serb serbs serbian", "croatia croat croatian", "un u.n", "paris parisian", "london londoner londoners", "moscow muscovite", "mars martian martians", "venus venusian", "wales welsh welshman", "scotland scotsman",
    }.SelectMany(row => row.Split(' ').Select(word => (word, row))).DistinctBy(p => p.word).ToDictionary(p => p.word, p => p.row, StringComparer.Ordinal);

    public static bool SamePlace(string a, string b)
    {
        if (Irregular.TryGetValue(a, out var row)) return Irregular.TryGetValue(b, out var other) && ReferenceEquals(row, other);
        return !Irregular.ContainsKey(b) && (IsOf(a, b) || IsOf(b, a));
    }

    /// <summary>Whether a name may be what someone from there is called: "the Belgian", "the Dane".</summary>
    public static bool MayBePerson(string lower) => PersonEndings.Any(e => lower.EndsWith(e, StringComparison.Ordinal)) || People.Contains(lower);

    private static bool IsOf(string people, string place) =>
        place.Length > 3 && Endings.Any(e => people == place + e || (place[^1] is 'a' or 'o' or 'e' or 'y' && people == place[..^1] + e));
}
