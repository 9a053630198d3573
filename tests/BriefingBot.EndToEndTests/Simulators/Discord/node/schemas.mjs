// Validates a journal of traffic against JSON schemas generated from discord-api-types.
// They check structure; lengths are the simulator's own rules. Usage: node schemas.mjs journal.json
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createGenerator } from 'ts-json-schema-generator';
import Ajv from 'ajv';

// What the bot sends: method and path of REST calls, op of gateway payloads.
const calls = [
  [/^POST \/channels\/\d+\/messages$/, 'RESTPostAPIChannelMessageJSONBody'],
  [/^PATCH \/channels\/\d+\/messages\/\d+$/, 'RESTPatchAPIChannelMessageJSONBody'],
  [/^POST \/channels\/\d+\/messages\/\d+\/threads$/, 'RESTPostAPIChannelMessagesThreadsJSONBody'],
  [/^POST \/interactions\/\d+\/[^/]+\/callback$/, 'APIInteractionResponse'],
  [/^PATCH \/webhooks\/\d+\/[^/]+\/messages\//, 'RESTPatchAPIWebhookWithTokenMessageJSONBody'],
  [/^POST \/webhooks\/\d+\/[^/]+$/, 'RESTPostAPIWebhookWithTokenJSONBody'],
  [/^PUT \/applications\/\d+\/commands$/, 'RESTPutAPIApplicationCommandsJSONBody'],
  [/^PUT \/applications\/\d+\/guilds\/\d+\/commands$/, 'RESTPutAPIApplicationGuildCommandsJSONBody'],
  [/^POST \/users\/@me\/channels$/, 'RESTPostAPICurrentUserCreateDMChannelJSONBody'],
];
const payloads = { 'op 1': 'GatewayHeartbeat', 'op 2': 'GatewayIdentify', 'op 6': 'GatewayResume' };

// What the simulator sends; Discord adds fields at will, so others are allowed there.
const dispatches = {
  READY: 'GatewayReadyDispatchData',
  GUILD_CREATE: 'GatewayGuildCreateDispatchData',
  CHANNEL_CREATE: 'GatewayChannelCreateDispatchData',
  THREAD_CREATE: 'GatewayThreadCreateDispatchData',
  MESSAGE_CREATE: 'GatewayMessageCreateDispatchData',
  MESSAGE_UPDATE: 'GatewayMessageUpdateDispatchData',
  MESSAGE_DELETE: 'GatewayMessageDeleteDispatchData',
  INTERACTION_CREATE: 'GatewayInteractionCreateDispatchData',
  'op 9': 'GatewayInvalidSession',
  'op 10': 'GatewayHello',
};
const answers = [
  [/^GET \/gateway\/bot$/, 'RESTGetAPIGatewayBotResult'],
  [/^GET \/users\/@me$/, 'RESTGetAPICurrentUserResult'],
  [/^GET \/(oauth2\/)?applications\/@me$/, 'RESTGetCurrentApplicationResult'],
  [/^GET \/channels\/\d+$/, 'RESTGetAPIChannelResult'],
  [/^GET \/guilds\/\d+$/, 'RESTGetAPIGuildResult'],
  [/^POST \/channels\/\d+\/messages$/, 'RESTPostAPIChannelMessageResult'],
  [/^PATCH \/channels\/\d+\/messages\/\d+$/, 'RESTPatchAPIChannelMessageResult'],
  [/^(POST|PATCH|GET) \/webhooks\//, 'RESTPatchAPIWebhookWithTokenMessageResult'],
  [/^PUT \/applications\/\d+\/commands$/, 'RESTPutAPIApplicationCommandsResult'],
  [/^POST \/interactions\//, 'RESTPostAPIInteractionCallbackWithResponseResult'],
];

const sent = [...new Set([...calls.map(([, name]) => name), ...Object.values(payloads)])];
const received = [...new Set([...answers.map(([, name]) => name), ...Object.values(dispatches)])];

// The generator misreads two helper types that map over properties: one adds "| undefined", which changes nothing in JSON,
// the other forbids null, which is then let through.
const folder = `generated-${process.pid}`;
const types = `${folder}/discord-api-types`;
mkdirSync(folder);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
cpSync('node_modules/discord-api-types', types, { recursive: true, filter: path => statSync(path).isDirectory() || path.endsWith('.d.ts') });
const internals = `${types}/utils/internals.d.ts`;
let text = readFileSync(internals, 'utf8');
for (const helper of ['_AddUndefinedToPossiblyUndefinedPropertiesOfInterface<Base>', '_NonNullableFields<T>']) {
  const start = text.indexOf(`type ${helper} = {`);
  if (start < 0) throw new Error('discord-api-types has changed its helper types');
  const end = text.indexOf('};', start) + 2;
  text = `${text.slice(0, start)}type ${helper} = ${/<(\w+)>/.exec(helper)[1]};${text.slice(end)}`;
}
writeFileSync(internals, text);

const source = `${folder}/types.ts`;
const aliases = [...sent, ...received].map(name => `export type Checked${name} = api.${name};`);
writeFileSync(source, `import type * as api from './discord-api-types/v10';\n${aliases.join('\n')}\n`);

// All types in one go: the generator loses definitions when it is asked for one after the other.
const ajv = new Ajv({ strict: false });
for (const additionalProperties of [false, true]) {
  const made = createGenerator({ path: source, skipTypeCheck: true, additionalProperties, expose: 'all', topRef: true }).createSchema('*');
  // Bit fields are enumerations to the generator, but any combination of their bits is a value.
  for (const [type, definition] of Object.entries(made.definitions)) if (/Flags$/.test(type) && ('enum' in definition || 'const' in definition)) made.definitions[type] = { type: 'integer', minimum: 0 };
  ajv.addSchema(made, additionalProperties ? 'received' : 'sent');
}
const validator = name => ajv.getSchema(`${received.includes(name) ? 'received' : 'sent'}#/definitions/Checked${name}`);

const counts = {};
function validate(what, name, value) {
  if (!name || !value) return;
  const valid = validator(name);
  counts[name] = (counts[name] ?? 0) + 1;
  if (valid(value)) return;
  console.log(`FAILED ${what} as ${name}: ${ajv.errorsText(valid.errors)}\n  ${JSON.stringify(value).slice(0, 2000)}`);
  process.exitCode = 1;
}

// discord.js sends a few fields that the types do not name; what it may do, every client may.
function withoutExtras(body, name) {
  const copy = structuredClone(body);
  for (const form of [copy, copy.data]) {
    if (form?.enforce_nonce === false) delete form.enforce_nonce;
    if (form?.tts === false) delete form.tts;
  }
  if (name === 'RESTPostAPIChannelMessagesThreadsJSONBody') delete copy.type;
  if (name === 'RESTPutAPIApplicationGuildCommandsJSONBody') for (const command of copy) delete command.contexts;
  return copy;
}

const named = (list, what) => list.find(([path]) => path.test(what))?.[1];
for (const { traffic, what, status, body, answer } of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  if (traffic === 'GatewayIn') validate(what, payloads[what], body);
  if (traffic === 'GatewayOut') validate(what, dispatches[what], body);
  if (traffic !== 'Rest' || status >= 300) continue;
  validate(what, named(calls, what), body && withoutExtras(body, named(calls, what)));
  validate(`the answer to ${what}`, named(answers, what), answer);
}
for (const name of Object.keys(counts).sort()) console.log(`valid ${name}: ${counts[name]}`);
