// Validates a journal of traffic against JSON schemas generated from discord-api-types.
// They check structure; lengths are the simulator's own rules. Usage: node schemas.mjs journal.json
import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
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

const names = [...new Set([...calls.map(([, name]) => name), ...Object.values(payloads)])];
mkdirSync('generated', { recursive: true });
const source = 'generated/types.ts';
writeFileSync(source, `import type * as api from 'discord-api-types/v10';\n${names.map(name => `export type ${name} = api.${name};`).join('\n')}\n`);

const ajv = new Ajv({ strict: false, allErrors: false });
const generator = createGenerator({ path: source, tsconfig: undefined, skipTypeCheck: true, additionalProperties: false, expose: 'all', topRef: true });
const validators = new Map();
const validator = name => {
  if (!validators.has(name)) validators.set(name, ajv.compile(generator.createSchema(name)));
  return validators.get(name);
};

const entries = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const counts = {};
for (const { traffic, what, status, body } of entries) {
  const name = traffic === 'GatewayIn' ? payloads[what] : traffic === 'Rest' && status < 300 && body ? calls.find(([path]) => path.test(what))?.[1] : undefined;
  if (!name) continue;
  const validate = validator(name);
  if (!validate(body)) {
    console.log(`FAILED ${what} as ${name}: ${ajv.errorsText(validate.errors)}\n  ${JSON.stringify(body).slice(0, 400)}`);
    process.exitCode = 1;
  }
  counts[name] = (counts[name] ?? 0) + 1;
}
for (const [name, count] of Object.entries(counts)) console.log(`valid ${name}: ${count}`);
