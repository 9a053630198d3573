using BriefingBot.Answering;

namespace BriefingBot.Chat.Feedback;

/// <summary>What somebody thought of an answer. One person has one verdict on an answer, the last.</summary>
public enum Verdict
{
    Helpful,
    NotHelpful,
    WrongCitation,
}

public sealed record FeedbackEntry(string Answer, string User, Verdict Verdict, DateTimeOffset At);

/// <summary>A question that the library does not answer, or not well: everybody's wordings of it together.</summary>
/// <param name="Question">The newest wording.</param>
/// <param name="Asked">How often it was asked.</param>
/// <param name="Unanswered">How often it was not answered.</param>
/// <param name="Status">How it ended the last time.</param>
public sealed record Gap(
    string Question, int Asked, int Unanswered, AnswerStatus Status, DateTimeOffset Newest, int Helpful, int NotHelpful, int WrongCitation);
