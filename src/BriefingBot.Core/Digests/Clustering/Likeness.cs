namespace BriefingBot.Digests.Clustering;

/// <summary>What speaks for two articles being reports of one event.</summary>
/// <param name="Names">How alike their people, places and organisations are: a cosine, less where there are few.</param>
/// <param name="Matter">How alike all their other words are: a cosine, a little more for words of like meaning.</param>
/// <param name="Headlines">How much of each headline is told in the other's headline or opening, 0 to 1.</param>
/// <param name="Figures">Figures that both give; years are none.</param>
/// <param name="SharedNames">Names that both give, those of several words once.</param>
internal readonly record struct Likeness(float Names, float Matter, float Headlines, int Figures, int SharedNames)
{
    /// <summary>
    /// 0 where the matter alone forbids that the two tell of one event. The geometric mean asks for both names and
    /// matter, as evidence on each is judged apart in Kumaran and Allan 2005 (Using names and topics for new event
    /// detection), but lets more of one make up for less of the other.
    /// </summary>
    /// <param name="apart">Between their publications: likelier two events the longer it is (Yang, Pierce and Carbonell 1998).</param>
    public float OfOneEvent(TimeSpan apart)
    {
        if (Matter < ClusteringWeights.SameMatter) return 0;
        var likeness = MathF.Sqrt(Names * Matter)
            + (ClusteringWeights.Headline * Headlines)
            + (ClusteringWeights.SharedFigure * Math.Min(Figures, ClusteringWeights.SharedFigures))
            + (ClusteringWeights.SecondName * (Math.Min(SharedNames, 2) - 1));
        return MathF.Max(0, likeness) * MathF.Exp(-ClusteringWeights.Ageing * (float)(apart / ClusteringWeights.Window));
    }
}
