// @slack/socket-mode through what happens to connections.
import { SocketModeClient } from '@slack/socket-mode';
import { act, check, env, scenario } from './simulator.mjs';

const quiet = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => 'error', setName() {} };
const connect = async (appToken = env.appToken) => {
  const client = new SocketModeClient({ appToken, clientPingTimeout: 2000, clientOptions: { slackApiUrl: env.apiUrl, retryConfig: { retries: 0 } }, logger: quiet });
  client.on('error', () => {});
  await client.start();
  return client;
};
const next = (emitter, event, accept = () => true) => new Promise(resolve => {
  const listen = value => { if (accept(value)) { emitter.off(event, listen); resolve(value); } };
  emitter.on(event, listen);
});
const says = text => act('says', { channel: env.channel, user: env.user, text });
const acknowledgeAll = client => client.on('message', ({ ack }) => ack());
const message = (client, text) => next(client, 'message', ({ event }) => event.text === text);

let client;
await scenario('hello', async () => {
  client = await connect();
  acknowledgeAll(client);
  const heard = message(client, 'first');
  await says('first');
  check((await heard).retry_num === 0, 'a first delivery');
});

await scenario('refresh requested', async () => {
  const connected = next(client, 'connected');
  await act('disconnect', { reason: 'refresh_requested' });
  await connected;
  const heard = message(client, 'after refresh');
  await says('after refresh');
  await heard;
});

await scenario('dropped socket', async () => {
  const connected = next(client, 'connected');
  await act('drop');
  await connected;
  const heard = message(client, 'after drop');
  await says('after drop');
  await heard;
});

await scenario('lost acknowledgement', async () => {
  await act('loseAcknowledgements');
  const first = message(client, 'twice');
  await says('twice');
  const { body } = await first;
  const again = await message(client, 'twice');
  check(again.body.event_id === body.event_id && again.retry_num === 1 && again.retry_reason === 'timeout', 'the same event comes again');
});

await scenario('two sockets', async () => {
  const second = await connect();
  acknowledgeAll(second);
  const heard = Promise.all([next(client, 'message'), next(second, 'message')]);
  await says('one');
  await says('two');
  const [one, two] = await heard;
  check(one.event.text !== two.event.text, 'each envelope goes to one socket');
  await second.disconnect();
});

await scenario('wrong token', async () => {
  try {
    await connect('xapp-wrong');
  } catch (error) {
    check(error.data.error === 'invalid_auth', 'the client gives up');
    return;
  }
  throw new Error('it was accepted');
});
process.exit();
