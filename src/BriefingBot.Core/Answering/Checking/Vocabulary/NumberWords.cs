namespace BriefingBot.Answering.Checking.Vocabulary;

/// <summary>The words and signs of numbers and their units, lower-cased.</summary>
internal static class NumberWords
{
    public static readonly Dictionary<string, decimal> Small = Cardinals();

    public static readonly Dictionary<string, decimal> Scales = new(StringComparer.Ordinal)
    {
        ["hundred"] = 100, ["hundreds"] = 100, ["thousand"] = 1_000, ["thousands"] = 1_000, ["k"] = 1_000, ["million"] = 1_000_000, ["millions"] = 1_000_000, ["m"] = 1_000_000, ["mn"] = 1_000_000,
        ["mln"] = 1_000_000, ["billion"] = 1_000_000_000, ["billions"] = 1_000_000_000, ["bn"] = 1_000_000_000, ["b"] = 1_000_000_000,
        ["trillion"] = 1_000_000_000_000, ["tn"] = 1_000_000_000_000, ["dozen"] = 12, ["dozens"] = 12,
    };

    public static readonly Dictionary<string, decimal> Parts = new(StringComparer.Ordinal)
    {
        ["half"] = 2, ["halves"] = 2, ["third"] = 3, ["thirds"] = 3, ["quarter"] = 4, ["quarters"] = 4, ["fifth"] = 5, ["fifths"] = 5, ["tenth"] = 10, ["tenths"] = 10,
    };

    public static readonly Dictionary<string, decimal> Ordinals = OrdinalWords();

    public static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["%"] = "%", ["percent"] = "%", ["pc"] = "%", ["pct"] = "%", ["$"] = "USD", ["dollar"] = "USD", ["dollars"] = "USD", ["usd"] = "USD", ["£"] = "GBP", ["pound"] = "GBP", ["pounds"] = "GBP",
        ["gbp"] = "GBP", ["sterling"] = "GBP", ["€"] = "EUR", ["euro"] = "EUR", ["euros"] = "EUR", ["eur"] = "EUR", ["¥"] = "JPY", ["yen"] = "JPY", ["yuan"] = "CNY", ["rupee"] = "INR", ["rupees"] = "INR",
        ["franc"] = "franc", ["francs"] = "franc", ["crown"] = "crown", ["crowns"] = "crown", ["krona"] = "crown", ["kronor"] = "crown", ["krone"] = "crown", ["kroner"] = "crown",
        ["peso"] = "peso", ["pesos"] = "peso", ["rouble"] = "RUB", ["roubles"] = "RUB", ["rubles"] = "RUB", ["ruble"] = "RUB", ["lira"] = "lira", ["cent"] = "cent", ["cents"] = "cent", ["pence"] = "cent",
        ["rand"] = "ZAR", ["real"] = "BRL", ["reais"] = "BRL", ["zloty"] = "PLN", ["won"] = "KRW",
    };

    private static Dictionary<string, decimal> Cardinals()
    {
        string[] teens = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
        string[] tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        return teens.Select((word, i) => (word, (decimal)i)).Concat(tens.Select((word, i) => (word, (decimal)(20 + (10 * i)))))
            .ToDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);
    }

    private static Dictionary<string, decimal> OrdinalWords()
    {
        string[] words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"];
        return words.Select((word, i) => (word, (decimal)(i + 1))).ToDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);
    }
}
