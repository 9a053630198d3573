using BriefingBot.CommandLine;
using BriefingBot.SqliteStore;

namespace BriefingBot.Tests.CommandLine;

public sealed class FailureTests
{
    public static TheoryData<Exception, int> Failures => new()
    {
        { new OperationCanceledException(), 130 },
        { new TaskCanceledException(), 130 },
        { new UsageException("wrong"), 2 },
        { new DataFolderException("damaged"), 3 },
        { new DataFolderBusyException("busy"), 3 },
        { new IOException("disk full"), 3 },
        { new UnauthorizedAccessException("not yours"), 3 },
        { new EndOfStreamException("read past EOF") { Source = "Lucene.Net" }, 3 },
        { new InvalidOperationException("never thought of"), 4 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Whatever_stops_a_verb_has_its_exit_code_and_a_message(Exception exception, int code)
    {
        var failure = Failure.Of(exception);

        Assert.Equal(code, failure.Code);
        Assert.NotEmpty(failure.Message);
    }
}
