// @discordjs/ws with compression, and the refusals that end a connection; discord-interactions on signatures.
import { REST } from '@discordjs/rest';
import { CompressionMethod, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import { verifyKey } from 'discord-interactions';
import { act, check, env, scenario } from './simulator.mjs';

const manager = (intents, token = env.token, options = {}) => {
  const rest = new REST({ api: `${env.origin}/api`, version: '10' }).setToken(env.token);
  const made = new WebSocketManager({ token, intents, rest, fetchGatewayInformation: () => rest.get('/gateway/bot'), ...options });
  made.on(WebSocketShardEvents.Error, () => {});
  return made;
};
const event = (emitter, name, accept = () => true) => new Promise(resolve => emitter.on(name, (...args) => accept(...args) && resolve(args[0])));

await scenario('zlib-stream', async () => {
  const compressed = manager(1 | 512, env.token, { compression: CompressionMethod.ZlibNative });
  const created = event(compressed, WebSocketShardEvents.Dispatch, payload => payload.t === 'GUILD_CREATE');
  await compressed.connect();
  await created;
  const heard = event(compressed, WebSocketShardEvents.Dispatch, payload => payload.t === 'MESSAGE_CREATE');
  await act('says', { channel: env.channel, user: env.user, text: 'squeezed', mention: true });
  check((await heard).d.content.endsWith('squeezed'), 'compressed frames are read');
  await compressed.destroy();
});

await scenario('missed acknowledgement', async () => {
  await act('stopAcks', { on: true });
  const zombie = manager(1);
  const resumed = event(zombie, WebSocketShardEvents.Resumed);
  // 4200 is the client's own code for "hung up to resume".
  const closed = event(zombie, WebSocketShardEvents.Closed, code => (code?.code ?? code) === 4200);
  await zombie.connect();
  await closed;
  await act('stopAcks', { on: false });
  await resumed;
  await zombie.destroy();
});

for (const [name, intents, token, code] of [['4004', 1, 'wrong', 4004], ['4013', 1 << 30, env.token, 4013], ['4014', 1 << 15, env.token, 4014]]) {
  await scenario(`close ${name}`, async () => {
    const refused = manager(intents, token);
    const closed = event(refused, WebSocketShardEvents.Closed);
    refused.connect().catch(() => {});
    check(await closed === code || (await closed)?.code === code, `the client sees ${code}`);
    await refused.destroy().catch(() => {});
  });
}

await scenario('signature', async () => {
  const [timestamp, body] = ['1700000000', '{"type":1}'];
  const signature = await act('sign', { timestamp, body });
  check(await verifyKey(body, signature, timestamp, env.publicKey), 'discord-interactions verifies it');
  check(!await verifyKey(body + ' ', signature, timestamp, env.publicKey), 'and refuses another body');
});
process.exit();
