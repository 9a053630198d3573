using BriefingBot.CommandLine;

return await BriefingBotCommand.RunAsync(args);
