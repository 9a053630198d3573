namespace BriefingBot.SqliteStore;

/// <summary>Another process writes into the data folder; reading it is possible all the same.</summary>
public sealed class DataFolderBusyException(string message, Exception? inner = null) : DataFolderException(message, inner);
