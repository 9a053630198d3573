// discord.js through the scenarios that the bot has to master.
import { ActionRowBuilder, ButtonBuilder, ButtonStyle, Client, EmbedBuilder, Events, GatewayIntentBits, MessageFlags, Partials, REST, Routes, SlashCommandBuilder, ContextMenuCommandBuilder, ApplicationCommandType, ModalBuilder, TextInputBuilder, TextInputStyle, ContainerBuilder, TextDisplayBuilder } from 'discord.js';
import { act, check, env, rejects, scenario } from './simulator.mjs';

const next = (emitter, event, accept = () => true) => new Promise(resolve => {
  const listen = value => { if (accept(value)) { emitter.off(event, listen); resolve(value); } };
  emitter.on(event, listen);
});

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  partials: [Partials.Channel],
  rest: { api: `${env.origin}/api`, version: '10' },
});
client.on(Events.Error, error => console.log(`client error: ${error.message}`));
const rest = new REST({ api: `${env.origin}/api`, version: '10' }).setToken(env.token);
let channel;
const says = (text, mention = true) => act('says', { channel: env.channel, user: env.user, text, mention });

await scenario('login', async () => {
  const ready = next(client, Events.ClientReady);
  await client.login(env.token);
  await ready;
  channel = await client.channels.fetch(env.channel);
  check(client.user.id === env.application && client.guilds.cache.has(env.guild) && channel.name === 'news', 'identity, guild and channel arrive');
});

await scenario('commands registration', async () => {
  const commands = [
    new SlashCommandBuilder().setName('ask').setDescription('Ask the briefings').setContexts(0, 1)
      .addStringOption(option => option.setName('question').setDescription('What to ask').setRequired(true).setMaxLength(500))
      .addBooleanOption(option => option.setName('private').setDescription('Only you see the answer')).toJSON(),
    new SlashCommandBuilder().setName('briefing').setDescription('Settings').setDefaultMemberPermissions(32)
      .addSubcommand(sub => sub.setName('length').setDescription('How long').addIntegerOption(option => option.setName('sentences').setDescription('How many').addChoices({ name: 'few', value: 2 }))).toJSON(),
    new ContextMenuCommandBuilder().setName('Check against the briefings').setType(ApplicationCommandType.Message).toJSON(),
  ];
  const first = await rest.put(Routes.applicationCommands(env.application), { body: commands });
  const again = await rest.put(Routes.applicationCommands(env.application), { body: commands });
  check(first.length === 3 && JSON.stringify(first) === JSON.stringify(again), 'the same registration changes nothing');
  await client.application.commands.set(commands.slice(0, 1), env.guild);
  await client.application.commands.set([], env.guild);
  await rejects(rest.put(Routes.applicationCommands(env.application), { body: [{ name: 'Bad Name', description: 'x' }] }), 50035);
});

await scenario('mention without the content intent', async () => {
  const heard = next(client, Events.MessageCreate, message => !message.author.bot);
  await says('what about Mali?');
  const message = await heard;
  check(message.content.includes('what about Mali?') && message.mentions.users.has(env.application), 'a mention shows its text');
  const silent = next(client, Events.MessageCreate, message => !message.author.bot);
  await says('nobody in particular', false);
  check((await silent).content === '', 'other text is hidden');
  const reply = await message.reply({ content: 'An answer.', allowedMentions: { parse: [], repliedUser: false } });
  await reply.edit('A better answer.');
  check((await rest.get(Routes.channelMessage(env.channel, reply.id))).content === 'A better answer.', 'the edit is kept');
  await reply.delete();
  await rejects(channel.messages.fetch({ message: reply.id, force: true }), 10008);
});

await scenario('attached file', async () => {
  const drops = async mention => {
    const heard = next(client, Events.MessageCreate, message => !message.author.bot);
    await act('drops', { channel: env.channel, user: env.user, name: 'notes.txt', content: 'in short', mention });
    return heard;
  };
  const file = (await drops(true)).attachments.first();
  check(file.name === 'notes.txt' && file.size === 8 && await (await fetch(file.url)).text() === 'in short', 'a file beside a mention can be read');
  check((await drops(false)).attachments.size === 0, 'other files are hidden');
  const guild = await rest.get(Routes.guild(env.guild));
  check(guild.owner_id && guild.roles.some(role => role.id === env.guild) && guild.roles.some(role => BigInt(role.permissions) & 8n), 'owner and roles are told');
});

await scenario('direct message', async () => {
  const heard = next(client, Events.MessageCreate, message => message.channel.isDMBased() && !message.author.bot);
  await act('says', { channel: env.dm, user: env.user, text: 'quietly', mention: false });
  const message = await heard;
  check(message.content === 'quietly' && message.guildId === null, 'direct messages show their text');
  await message.channel.send('Back to you.');
});

await scenario('message with embeds and limits', async () => {
  const embed = new EmbedBuilder().setTitle('t'.repeat(256)).setDescription('d'.repeat(4096)).setFooter({ text: 'f' }).setAuthor({ name: 'a' }).addFields({ name: 'n', value: 'v' }).setTimestamp();
  const message = await channel.send({ content: 'c'.repeat(2000), embeds: [embed], nonce: '1234567890123456789012345', enforceNonce: true });
  check(message.embeds[0].description.length === 4096, 'the largest message is taken');
  const twice = await channel.send({ content: 'c', nonce: '1234567890123456789012345', enforceNonce: true });
  check(twice.id === message.id, 'the same nonce makes one message');
  const error = await rejects(channel.send({ content: 'c'.repeat(2001) }), 50035);
  check(error.rawError.errors.content._errors[0].code === 'BASE_TYPE_MAX_LENGTH', 'the error names the field');
  await rejects(channel.send({ content: '' }), 50006);
  await rejects(channel.send({ embeds: [{ title: 'a'.repeat(256), description: 'b'.repeat(4096) }, { description: 'c'.repeat(2000) }] }), 50035);
  await channel.send({ flags: MessageFlags.IsComponentsV2, components: [new ContainerBuilder().addTextDisplayComponents(new TextDisplayBuilder().setContent('laid out'))] });
  await channel.sendTyping();
  const thread = await message.startThread({ name: 'About it', autoArchiveDuration: 1440 });
  await thread.send('In the thread.');
});

await scenario('slash command with deferred reply and edit', async () => {
  const arrived = next(client, Events.InteractionCreate);
  await act('runs', { channel: env.channel, user: env.user, name: 'ask', options: { question: 'What about Algiers?', private: false } });
  const interaction = await arrived;
  check(interaction.isChatInputCommand() && interaction.options.getString('question') === 'What about Algiers?' && interaction.options.getBoolean('private') === false, 'options arrive');
  await interaction.deferReply();
  await rejects(rest.post(Routes.interactionCallback(interaction.id, interaction.token), { body: { type: 5 }, auth: false }), 40060);
  const row = new ActionRowBuilder().addComponents(new ButtonBuilder().setCustomId('quotes:1').setLabel('Show quotes').setStyle(ButtonStyle.Secondary), new ButtonBuilder().setURL('https://example.org/').setLabel('Source').setStyle(ButtonStyle.Link));
  const answer = await interaction.editReply({ content: 'Found.', components: [row], allowedMentions: { parse: [] } });
  check((await interaction.fetchReply()).id === answer.id, 'the reply can be fetched');
  await interaction.followUp({ content: 'For you only.', flags: MessageFlags.Ephemeral });
  check((await act('messages', { channel: env.channel, user: env.stranger })).every(message => message.content !== 'For you only.'), 'strangers do not see it');
  const response = await (async () => {
    const second = next(client, Events.InteractionCreate);
    await act('runs', { channel: env.channel, user: env.user, name: 'ask', options: { question: 'again' } });
    return (await second).reply({ content: 'At once.', flags: MessageFlags.Ephemeral, withResponse: true });
  })();
  check(response.resource.message.content === 'At once.', 'the response comes back when asked for');
});

await scenario('button', async () => {
  const answer = (await act('messages', { channel: env.channel, user: env.user })).find(message => message.content === 'Found.');
  const click = async () => {
    const arrived = next(client, Events.InteractionCreate);
    await act('clicks', { channel: env.channel, user: env.user, message: answer.id, customId: 'quotes:1' });
    return arrived;
  };
  const first = await click();
  check(first.isButton() && first.customId === 'quotes:1' && first.message.id === answer.id, 'the click names button and message');
  await first.deferUpdate();
  await first.editReply({ content: 'Found, with quotes.' });
  await (await click()).update({ content: 'Updated.' });
  const modal = new ModalBuilder().setCustomId('why').setTitle('Why?').addComponents(new ActionRowBuilder().addComponents(new TextInputBuilder().setCustomId('text').setLabel('Reason').setStyle(TextInputStyle.Short)));
  await (await click()).showModal(modal);
  check((await act('messages', { channel: env.channel, user: env.user })).some(message => message.content === 'Updated.'), 'the message was updated');
});

await scenario('429 retry', async () => {
  for (const scope of ['user', 'global', 'shared']) await act('refuse', { call: `POST /channels/${env.channel}/messages`, scope, seconds: 0.3 });
  check((await channel.send('after waiting')).content === 'after waiting', 'discord.js waits and sends');
});

await scenario('5xx retry', async () => {
  await act('fail', { call: `POST /channels/${env.channel}/messages`, status: 502 });
  check((await channel.send('after an error')).content === 'after an error', 'discord.js tries again');
});

await scenario('unknown event', async () => {
  await act('dispatch', { type: 'SIMULATED_NOVELTY', data: { anything: [1, null] } });
  const heard = next(client, Events.MessageCreate, message => !message.author.bot);
  await says('still there?');
  await heard;
});

const survives = async (name, upset) => scenario(name, async () => {
  const resumed = next(client, Events.ShardResume);
  const heard = next(client, Events.MessageCreate, message => message.content.includes(`said during ${name}`));
  await upset();
  await says(`said during ${name}`);
  await Promise.all([resumed, heard]);
});
await survives('resume after a dropped socket', () => act('drop'));
await survives('op 7', () => act('reconnect'));
await survives('op 9 resumable', () => act('invalidate', { resumable: true }));
await survives('close 4000', () => act('close', { code: 4000 }));

const startsAnew = async (name, upset) => scenario(name, async () => {
  const ready = next(client, Events.ShardReady);
  await upset();
  await ready;
  const heard = next(client, Events.MessageCreate, message => message.content.includes(name));
  await says(name);
  await heard;
});
await startsAnew('op 9 not resumable', () => act('invalidate', { resumable: false }));
await startsAnew('close 4009', () => act('close', { code: 4009 }));

await client.destroy();
