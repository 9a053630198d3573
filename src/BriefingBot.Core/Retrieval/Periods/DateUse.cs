using System.Collections.Frozen;

namespace BriefingBot.Retrieval.Periods;

/// <summary>
/// Decides whether an expression of time says when ("in 2022", "on Thursday") or names something ("the 2022 World
/// Cup", "Black Friday", "This Week with ..."). In doubt it names: a scope that is wrong hides the answer, a scope that
/// is missing only leaves more to search.
/// </summary>
internal static class DateUse
{
    private static readonly FrozenSet<string> Prepositions = DateWords.Set(
        "in on during throughout since before after until till from between of over around through to and or early late mid as at");

    private static readonly FrozenSet<string> Determiners = DateWords.Set("the a an this that these those its their his her our my your every each any no another next");

    private static readonly FrozenSet<string> Comparisons = DateWords.Set("than versus vs unlike compared compare compares comparison up down like");

    private static readonly FrozenSet<string> NameParts = DateWords.Set(
        "super black good bloody fat ash cyber giving maundy palm easter shrove freaky holy given gloomy ruby stormy casual plays play playing series show film movie season");

    /// <summary>Words that go on with the sentence, so that the date before them is no adjective.</summary>
    private static readonly FrozenSet<string> Continuations = DateWords.Set(
        """
        about above according across after against along amid among and are around as at because been before behind being
        below beneath between beyond but by can could did do does during for from had has have he her his how if in inside
        into is it its like may might more most near no nor not of off on onto or our out outside over per she should since so
        than that the their them then there these they this those through to toward towards under until up upon was we were
        what when where which while who whom whose why will with within without would you your also only just again say
        says said told won died met killed made took came went held became left began found got gave saw a an
        """);

    private static readonly string[] FutureWords =
        ["will", "shall", "won't", "upcoming", "scheduled", "due", "planned", "plans", "planning", "expected", "set to", "going to"];

    public static bool SaysWhen(string question, DateMention mention, MentionContext context)
    {
        if (context.Attached || !mention.Words.All(DateWords.IsKnown) || IsHoliday(mention) || IsUnclear(mention)) return false;
        if (Comparisons.Contains(context.Before) || Comparisons.Contains(context.BeforeThat)) return false;
        if (LooksAhead(question, mention)) return false;
        if (mention.Any(DateWords.IsDeictic)) return DeicticSaysWhen(question, mention, context);
        if (mention.Timex.Contains("XXXX-WXX-", StringComparison.Ordinal)) return WeekdaySaysWhen(mention, context);
        return mention.Any(DateWords.IsMonth) || mention.Any(DateWords.IsYear) || mention.Timex.StartsWith("XXXX-XX-", StringComparison.Ordinal)
            ? CalendarSaysWhen(question, mention, context)
            : UnitSaysWhen(question, mention, context);
    }

    private static bool IsHoliday(DateMention mention) =>
        mention.Has("july") && mention.Has("fourth", "4th") && !mention.Any(DateWords.IsYear);

    /// <summary>"9/11" and "24/7" are names; which of 5/10/2020 is the month depends on who writes.</summary>
    private static bool IsUnclear(DateMention mention)
    {
        var numbers = mention.Words.Where(IsNumber).ToList();
        var numeric = numbers.Count >= 2 && mention.Words.All(w => IsNumber(w) || w is "the" || Prepositions.Contains(w));
        if (!numeric || mention.Timex.StartsWith('(')) return false;
        if (!numbers.Any(DateWords.IsYear)) return true;
        return numbers is [var a, var b, _] && CanBeMonth(a) && CanBeMonth(b) && a.TrimStart('0') != b.TrimStart('0');
    }

    private static bool CanBeMonth(string number) => number.Length <= 2 && string.CompareOrdinal(number.PadLeft(2, '0'), "12") <= 0;

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[0]);

    private static bool LooksAhead(string question, DateMention mention)
    {
        if (mention.Has("later", "within", "by") && !mention.Any(w => w is "past" or "last")) return true;
        if (!mention.Timex.Contains("XXXX", StringComparison.Ordinal)) return false;
        var start = question.LastIndexOfAny(['.', '?', '!'], Math.Max(0, mention.Span.Start - 1)) + 1;
        var clause = question[Math.Min(start, mention.Span.Start)..mention.Span.Start];
        return FutureWords.Any(w => WordScan.ContainsWords(clause, w));
    }

    private static bool DeicticSaysWhen(string question, DateMention mention, MentionContext context)
    {
        if (context.After is "of" || IsTitle(question, mention, context)) return false;
        if (mention.Has("ago")) return mention.Has("day", "days", "week", "weeks", "fortnight", "hour", "hours");
        return !(IsLed(mention) && context.Possessive && !mention.Any(DateWords.IsWeekday) && !mention.Has("yesterday", "today"));
    }

    /// <summary>"This Week", "The Tonight Show": capitals that no rule of spelling asks for.</summary>
    private static bool IsTitle(string question, DateMention mention, MentionContext context)
    {
        if (!question.Any(char.IsLower)) return false;
        var wording = mention.Span.Of(question);
        return WordScan.Words(wording).Any(w =>
            char.IsUpper(wording[w.Start])
            && !(w.Start == 0 && context.Before.Length == 0)
            && !DateWords.IsWeekday(w.Of(wording)) && !DateWords.IsMonth(w.Of(wording)) && w.Of(wording) is not ("AM" or "PM"));
    }

    private static bool WeekdaySaysWhen(DateMention mention, MentionContext context)
    {
        if (NameParts.Contains(context.Before) || context is { Before: "on", BeforeThat: "mail" }) return false;
        if (IsLed(mention) || Prepositions.Contains(context.Before)) return !mention.Has("until", "till", "before");
        if (Determiners.Contains(context.Before)) return false;
        return context.Possessive || context.Ends || Continues(context.After);
    }

    private static bool CalendarSaysWhen(string question, DateMention mention, MentionContext context)
    {
        if (context.Possessive || context is { Before: "of", BeforeThat: "as" } || NamesSomething(mention) || IsOrdinaryWord(question, mention)) return false;
        var bareMonth = !mention.Any(IsNumber);
        var bareYear = !mention.Any(DateWords.IsMonth) && mention.Words.All(w => DateWords.IsYear(w) || Prepositions.Contains(w));
        var named = Determiners.Contains(context.Before) || context.Before.EndsWith("'s", StringComparison.Ordinal);
        var stands = IsLed(mention)
            || (Prepositions.Contains(context.Before) && !(bareYear && context.Before is "of" or "as"))
            || (context.Before.Length == 0 && !bareYear && !bareMonth)
            || (mention.Any(DateWords.IsDayNumber) && !named);
        return stands && (context.Ends || Continues(context.After) || (context.Opens && !bareYear));
    }

    /// <summary>"in march through the city", "may".</summary>
    private static bool IsOrdinaryWord(string question, DateMention mention) =>
        mention.Has("may", "march") && !mention.Any(w => IsNumber(w))
        && (mention.Span.Of(question).Contains("may", StringComparison.Ordinal) || mention.Span.Of(question).Contains("march", StringComparison.Ordinal));

    /// <summary>"the week", "the weekend", "the start of the month", without saying which.</summary>
    private static bool UnitSaysWhen(string question, DateMention mention, MentionContext context)
    {
        if (IsTitle(question, mention, context) || mention.Has("day", "before", "after") || mention.Words[0] is not ("the" or "start" or "beginning")) return false;
        return context.Before is "in" or "during" or "over" or "at" or "through" or "throughout" or "on" or "the"
            && context.After is not ("before" or "after" or "of" or "that" or "when" or "following" or "since" or "to" or "until" or "leading" or "prior" or "preceding" or "ending");
    }

    private static bool IsLed(DateMention mention) => Prepositions.Contains(mention.Words[0]);

    /// <summary>"after the 2020 [election]", "since the September 11 [attacks]", "the 1990s".</summary>
    private static bool NamesSomething(DateMention mention)
    {
        // "the 5th" and "the 28th of September" need their article.
        var ordinal = mention.Has("of") || mention.Timex.StartsWith("XXXX-XX-", StringComparison.Ordinal);
        for (var i = 0; i + 1 < mention.Words.Count; i++)
        {
            var next = mention.Words[i + 1];
            if (mention.Words[i] == "the" && (DateWords.IsMonth(next) || (IsNumber(next) && !ordinal))) return true;
        }

        return mention.Any(w => w.Length == 5 && w.EndsWith('s') && DateWords.IsYear(w[..4]));
    }

    private static bool Continues(string word) => Continuations.Contains(word) || (word.EndsWith("ed", StringComparison.Ordinal) && !char.IsUpper(word[0]));
}
