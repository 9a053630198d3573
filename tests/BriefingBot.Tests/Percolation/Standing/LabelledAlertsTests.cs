namespace BriefingBot.Tests.Percolation.Standing;

public sealed class LabelledAlertsTests
{
    [Fact]
    public void Each_half_has_alerts_that_wait_in_vain_and_no_label_is_misspelt()
    {
        foreach (var half in LabelledAlerts.All.GroupBy(a => a.Half))
        {
            Assert.True(half.Count() >= 40);
            Assert.True(half.Count(a => a.Answers.Count == 0) >= 8);
        }

        Assert.Empty(LabelledAlerts.All.SelectMany(a => a.Answers.Concat(a.Either)).Except(LabelledAlerts.Articles.Select(a => a.Id.Value)));
    }

    [Theory]
    [InlineData("calibration", 0.92, 0.82)]
    [InlineData("held-back", 0.94, 0.77)]
    public void Alerts_speak_of_what_was_waited_for_and_of_little_else(string half, double precision, double recall)
    {
        var told = LabelledAlerts.Measure(half);

        Assert.True(told.Precision >= precision && told.Recall >= recall, told.ToString());
    }
}
