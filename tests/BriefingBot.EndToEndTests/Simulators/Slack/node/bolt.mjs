// Bolt through the scenarios that the bot has to master. Usage: node bolt.mjs socket|http
import bolt from '@slack/bolt';
import { act, check, env, scenario } from './simulator.mjs';

const { App, Assistant, LogLevel } = bolt;
const overHttp = process.argv[2] === 'http';
const app = new App({
  token: env.botToken,
  ...(overHttp ? { signingSecret: env.signingSecret } : { appToken: env.appToken, socketMode: true }),
  clientOptions: { slackApiUrl: env.apiUrl, retryConfig: { retries: 3, minTimeout: 100, maxTimeout: 200 } },
  logLevel: LogLevel.ERROR,
});
const { client } = app;
const here = { channel: env.channel, user: env.user };
const plain = text => ({ type: 'plain_text', text });
const says = (text, mention = true, more = {}) => act('says', { ...here, text, mention, ...more });

// Handlers hand what they get to whoever waits for it.
const waiting = new Map();
const heard = (name, value) => waiting.get(name)?.(value);
const next = name => new Promise(resolve => waiting.set(name, value => { waiting.delete(name); resolve(value); }));
const eventually = async (what, read) => {
  for (let i = 0; i < 200; i++) {
    const value = await read();
    if (value) return value;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain: ${what}`);
};
const refused = async (promise, code) => {
  try {
    await promise;
  } catch (error) {
    check(error.data?.error === code, `${code}, not ${error.data?.error ?? error}`);
    return error.data;
  }
  throw new Error(`expected ${code}, but it was accepted`);
};

app.event('app_mention', async ({ event, say }) => heard('mention', { event, said: await say({ text: `You said: ${event.text}`, thread_ts: event.ts, unfurl_links: false, unfurl_media: false }) }));
app.message(async ({ message }) => heard('message', message));
app.command('/briefing', async ({ command, ack, respond }) => { await ack('One moment.'); await respond({ text: 'Here it is.', response_type: 'in_channel' }); heard('command', command); });
app.action('more', async ({ body, ack, respond }) => { await ack(); await respond({ replace_original: true, text: 'More.' }); heard('button', body); });
app.action('rate', async ({ action, ack }) => { await ack(); heard('feedback', action); });
app.action('settings', async ({ body, ack }) => {
  await ack();
  await client.views.open({
    trigger_id: body.trigger_id,
    view: {
      type: 'modal', callback_id: 'settings', title: plain('Settings'), submit: plain('Save'), private_metadata: 'x',
      blocks: [{ type: 'input', block_id: 'topic', label: plain('Topic'), element: { type: 'plain_text_input', action_id: 'topic', max_length: 100 } },
        { type: 'input', block_id: 'length', label: plain('Length'), element: { type: 'static_select', action_id: 'length', options: [{ text: plain('Short'), value: 's' }, { text: plain('Long'), value: 'l' }] } }],
    },
  });
  heard('modal', body);
});
app.view('settings', async ({ view, ack }) => {
  const topic = view.state.values.topic.topic.value;
  await ack(topic === 'bad' ? { response_action: 'errors', errors: { topic: 'Not that.' } } : undefined);
  heard('submitted', view);
});
app.shortcut('check_against_briefings', async ({ shortcut, ack }) => { await ack(); heard('shortcut', shortcut); });
app.event('app_home_opened', async ({ event }) => {
  await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'header', text: plain('Welcome') }] } });
  heard('home', event);
});
app.assistant(new Assistant({
  threadStarted: async ({ event, say, setSuggestedPrompts, saveThreadContext }) => {
    await say('What would you like to know?');
    await setSuggestedPrompts({ title: 'Try', prompts: [{ title: 'Mali', message: 'What about Mali?' }] });
    await saveThreadContext();
    heard('started', event);
  },
  userMessage: async ({ message, say, setStatus, setTitle, getThreadContext }) => {
    await setTitle(message.text);
    await setStatus('is searching…');
    const context = await getThreadContext();
    await say(`Answer about ${context.channel_id}`);
    heard('asked', message);
  },
}));

let server;
if (overHttp) {
  server = await app.start({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${server.address().port}/slack/events`;
  await scenario('challenge', async () => { await act('requestUrl', { url }); });
  await scenario('signature', async () => {
    check(await act('badlySigned', { url }) === 401, 'a bad signature is refused');
    check(await act('stale', { url }) === 401, 'an old timestamp is refused');
  });
} else {
  await app.start();
}

await scenario('identity', async () => {
  const me = await client.auth.test();
  check(me.ok && me.user_id === env.bot && me.team_id === env.team, 'who the bot is');
  check(me.response_metadata.scopes.includes('chat:write'), 'scopes are told');
  const { channel } = await client.conversations.info({ channel: env.channel });
  const { user } = await client.users.info({ user: env.user });
  const { members } = await client.conversations.members({ channel: env.channel });
  check(channel.name === 'news' && user.name === 'reader' && members.includes(env.user), 'channel, person and members');
  check((await client.conversations.open({ users: env.user })).channel.id === env.dm, 'the direct message');
});

await scenario('mention', async () => {
  const [mention, message] = [next('mention'), next('message')];
  const asked = await says('what about Mali?');
  const { event, said } = await mention;
  check(event.ts === asked.ts && (await message).ts === asked.ts, 'a mention is a message and an app_mention');
  const { messages } = await client.conversations.replies({ channel: env.channel, ts: asked.ts });
  check(messages.length === 2 && messages[1].ts === said.ts && messages[0].reply_count === 1, 'the answer is in its thread');
});

await scenario('shared file', async () => {
  const message = next('message');
  await act('drops', { ...here, name: 'notes.txt', content: 'in short', text: 'see' });
  const { subtype, text, files: [file] } = await message;
  check(subtype === 'file_share' && text === 'see' && file.name === 'notes.txt' && file.size === 8 && file.mode === 'hosted', 'the file is told of');
  const read = token => fetch(file.url_private_download, { headers: { authorization: `Bearer ${token}` }, redirect: 'manual' });
  check(await (await read(env.botToken)).text() === 'in short', 'the bot may read it');
  check((await read('xoxb-other')).status === 302, 'others have to sign in');
});

await scenario('command', async () => {
  const ran = next('command');
  await act('runs', { ...here, text: 'ask Mali' });
  check((await ran).text === 'ask Mali', 'the command and its text');
  await eventually('both answers', async () => (await act('messages', here)).filter(message => ['One moment.', 'Here it is.'].includes(message.text)).length === 2);
});

const posted = await client.chat.postMessage({
  channel: env.channel,
  text: 'Fallback',
  metadata: { event_type: 'answer', event_payload: { id: '1' } },
  blocks: [
    { type: 'section', block_id: 's', text: { type: 'mrkdwn', text: '*Answer*' } },
    { type: 'context', elements: [{ type: 'mrkdwn', text: 'source' }] },
    { type: 'actions', elements: [{ type: 'button', action_id: 'more', text: plain('More'), value: '1' }, { type: 'button', action_id: 'settings', text: plain('Settings'), value: '2' }] },
    { type: 'context_actions', elements: [{ type: 'feedback_buttons', action_id: 'rate', positive_button: { text: plain('Good'), value: 'good' }, negative_button: { text: plain('Bad'), value: 'bad' } }] },
    { type: 'divider' },
  ],
});
const there = { ...here, message: posted.ts };

await scenario('button', async () => {
  const shown = await client.chat.postMessage({ channel: env.channel, text: 'Short.', blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'more', text: plain('More') }] }] });
  const pressed = next('button');
  await act('clicks', { ...here, message: shown.ts, actionId: 'more' });
  const body = await pressed;
  check(body.actions[0].action_id === 'more' && body.message.ts === shown.ts && body.channel.id === env.channel, 'the button pressed');
  const { messages } = await client.conversations.history({ channel: env.channel, latest: shown.ts, inclusive: true, limit: 1, include_all_metadata: true });
  check(messages[0].text === 'More.' && messages[0].edited, 'the message was replaced');
});

await scenario('feedback', async () => {
  const rated = next('feedback');
  await act('feedback', { ...there, actionId: 'rate', positive: false });
  check((await rated).value === 'bad', 'the button pressed');
  const { messages } = await client.conversations.history({ channel: env.channel, oldest: posted.ts, inclusive: true, include_all_metadata: true });
  check(messages.at(-1).metadata.event_type === 'answer', 'metadata is kept');
});

await scenario('modal', async () => {
  const opened = next('modal');
  await act('clicks', { ...there, actionId: 'settings' });
  const body = await opened;
  await refused(client.views.open({ trigger_id: body.trigger_id, view: { type: 'modal', title: plain('Again'), blocks: [] } }), 'exchanged_trigger_id');
  let submitted = next('submitted');
  await act('submits', { ...here, inputs: { topic: 'bad', length: 's' } });
  await submitted;
  await eventually('the errors', async () => (await act('openView', here)).errors?.topic === 'Not that.');
  submitted = next('submitted');
  await act('submits', { ...here, inputs: { topic: 'Mali', length: 'l' } });
  const view = await submitted;
  check(view.state.values.length.length.selected_option.value === 'l' && view.private_metadata === 'x', 'what was filled in');
  await eventually('the closed view', async () => !(await act('openView', here)).id);
});

await scenario('shortcut', async () => {
  const used = next('shortcut');
  await act('shortcut', { ...there, callbackId: 'check_against_briefings' });
  check((await used).message.ts === posted.ts, 'the message it was used on');
});

await scenario('home', async () => {
  const opened = next('home');
  await act('opensHome', here);
  await opened;
  check((await act('home', here)).blocks[0].text.text === 'Welcome', 'the tab is shown');
});

await scenario('assistant', async () => {
  const started = next('started');
  const thread = await act('opensAssistant', here);
  await started;
  const asked = next('asked');
  await act('says', { channel: env.dm, user: env.user, text: 'Mali?', thread: thread.ts });
  await asked;
  const answers = await client.conversations.replies({ channel: env.dm, ts: thread.ts });
  check(answers.messages.at(-1).text === `Answer about ${env.channel}`, 'the context was stored with the first message and read again');
  check((await act('statuses')).join() === 'is searching…,', 'the status is cleared by the answer');
});

await scenario('stream', async () => {
  const root = await says('stream it', false);
  const streamer = client.chatStream({ channel: env.channel, thread_ts: root.ts, recipient_team_id: env.team, recipient_user_id: env.user, buffer_size: 1 });
  await streamer.append({ markdown_text: '**One**' });
  await streamer.append({ markdown_text: ' and two' });
  await refused(client.chat.update({ channel: env.channel, ts: streamer.ts, text: 'Now' }), 'streaming_state_conflict');
  const stopped = await streamer.stop({ blocks: [{ type: 'divider' }] });
  check(stopped.message.text === '**One** and two' && stopped.message.blocks.length === 1, 'all parts arrived');
  await client.chat.update({ channel: env.channel, ts: streamer.ts, text: 'Final', blocks: [{ type: 'markdown', text: '**Final**' }] });
  await refused(client.chat.startStream({ channel: env.channel, thread_ts: root.ts, markdown_text: 'x' }), 'missing_recipient_user_id');
});

await scenario('expired stream', async () => {
  const root = await act('says', { channel: env.dm, user: env.user, text: 'hello' });
  const { ts } = await client.chat.startStream({ channel: env.dm, thread_ts: root.ts });
  await act('expireStreams');
  await refused(client.chat.appendStream({ channel: env.dm, ts, markdown_text: 'late' }), 'message_not_in_streaming_state');
  await client.chat.update({ channel: env.dm, ts, text: 'Rescued.' });
});

await scenario('refusals', async () => {
  await refused(client.chat.postMessage({ channel: 'C0', text: 'x' }), 'channel_not_found');
  await refused(client.chat.postMessage({ channel: env.channel, text: '' }), 'no_text');
  const long = await refused(client.chat.postMessage({ channel: env.channel, text: 'x', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }] }), 'invalid_blocks');
  check(long.response_metadata.messages[0].includes('3001') && long.response_metadata.messages[0].includes('/blocks/0/text/text'), 'what is wrong is told');
  await refused(client.chat.update({ channel: env.channel, ts: posted.ts, text: 'x'.repeat(4001) }), 'msg_too_long');
  const seen = await client.chat.postEphemeral({ channel: env.channel, user: env.user, text: 'psst' });
  await refused(client.chat.update({ channel: env.channel, ts: seen.message_ts, text: 'x' }), 'message_not_found');
  await client.chat.delete({ channel: env.channel, ts: posted.ts });
});

await scenario('429 retry', async () => {
  await act('limit', { method: 'chat.postMessage', seconds: 1 });
  const begun = Date.now();
  await client.chat.postMessage({ channel: env.dm, text: 'after a wait' });
  check(Date.now() - begun >= 900, 'the client waits as long as it is told');
});

await scenario('5xx retry', async () => {
  await act('fail', { method: 'chat.postMessage', status: 503 });
  await client.chat.postMessage({ channel: env.dm, text: 'at the second try' });
});

await scenario('acknowledgements', () => eventually('every acknowledgement', async () => await act('unacknowledged') === 0));
process.exit();
