namespace BriefingBot.Feeds;

/// <summary>Brings the different ways to write an article's address into one form, for comparing only.</summary>
internal static class ItemLink
{
    private static readonly string[] Tracking = ["fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "cmpid", "ocid", "ncid", "xtor", "smid", "ref_src"];

    private static readonly string[] TrackingPrefixes = ["utm_", "at_", "pk_", "mtm_", "hsa_", "wt_"];

    /// <summary>Without scheme, fragment, tracking parameters and the slash at the end.</summary>
    public static string Normalise(Uri link)
    {
        var query = link.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(parameter => !IsTracking(parameter.Split('=')[0])).ToList();
        return $"{link.Authority.ToLowerInvariant()}{link.AbsolutePath.TrimEnd('/')}{(query.Count > 0 ? "?" : "")}{string.Join('&', query)}";
    }

    private static bool IsTracking(string name) =>
        Tracking.Contains(name, StringComparer.OrdinalIgnoreCase) || TrackingPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
