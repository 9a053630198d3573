// Validates a journal of traffic against JSON schemas generated from @slack/types, @slack/web-api and @slack/bolt.
// They check structure; lengths are the simulator's own rules. Usage: node schemas.mjs journal.json
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createGenerator } from 'ts-json-schema-generator';
import Ajv from 'ajv';

// What the bot sends.
const calls = Object.fromEntries([
  'chat.postMessage', 'chat.postEphemeral', 'chat.update', 'chat.delete', 'chat.getPermalink', 'chat.startStream', 'chat.appendStream', 'chat.stopStream',
  'assistant.threads.setStatus', 'assistant.threads.setSuggestedPrompts', 'assistant.threads.setTitle', 'views.open', 'views.push', 'views.update', 'views.publish',
  'conversations.info', 'conversations.open', 'conversations.members', 'conversations.history', 'conversations.replies', 'users.info',
].map(method => [method, `${pascal(method)}Arguments`]));
const blocks = {
  actions: 'ActionsBlock', alert: 'AlertBlock', card: 'CardBlock', carousel: 'CarouselBlock', container: 'ContainerBlock', context: 'ContextBlock', context_actions: 'ContextActionsBlock',
  data_table: 'DataTableBlock', divider: 'DividerBlock', file: 'FileBlock', header: 'HeaderBlock', image: 'ImageBlock', input: 'InputBlock', markdown: 'MarkdownBlock',
  plan: 'PlanBlock', rich_text: 'RichTextBlock', section: 'SectionBlock', table: 'TableBlock', task_card: 'TaskCardBlock', video: 'VideoBlock',
};
const views = { home: 'HomeView', modal: 'ModalView' };

// What the simulator sends; Slack adds fields at will, so others are allowed there.
const events = {
  app_home_opened: 'AppHomeOpenedEvent', app_mention: 'AppMentionEvent', assistant_thread_started: 'AssistantThreadStartedEvent',
  assistant_thread_context_changed: 'AssistantThreadContextChangedEvent', member_joined_channel: 'MemberJoinedChannelEvent',
};
const interactions = { block_actions: 'BlockAction', message_action: 'MessageShortcut', shortcut: 'GlobalShortcut', view_submission: 'ViewSubmitAction', view_closed: 'ViewClosedAction' };
const answers = Object.fromEntries(Object.keys(calls).map(method => [method, `${pascal(method)}Response`]));

function pascal(method) {
  return method.split('.').map(part => part[0].toUpperCase() + part.slice(1)).join('');
}

const source = `generated-${process.pid}.ts`;
process.on('exit', () => rmSync(source, { force: true }));
const origins = new Map([
  ...[...Object.values(blocks), ...Object.values(views), ...Object.values(events), 'GenericMessageEvent', 'FileShareMessageEvent'].map(name => [name, 'types']),
  ...[...Object.values(calls), ...Object.values(answers)].map(name => [name, 'webApi']),
  ...[...Object.values(interactions), 'SlashCommand'].map(name => [name, 'bolt']),
]);
const aliases = [...origins].map(([name, origin]) => `export type Checked${name} = ${origin}.${name};`);
writeFileSync(source, `import type * as types from '@slack/types';\nimport type * as webApi from '@slack/web-api';\nimport type * as bolt from '@slack/bolt';\n${aliases.join('\n')}\n`);

// Forms carry numbers and flags as text.
const ajv = new Ajv({ strict: false, coerceTypes: true });
const validators = new Map();
const generators = [false, true].map(additionalProperties => createGenerator({ path: source, skipTypeCheck: true, additionalProperties, expose: 'all', topRef: true }));
const sent = new Set([...Object.values(calls), ...Object.values(blocks), ...Object.values(views)]);
const validator = name => {
  if (!validators.has(name)) validators.set(name, ajv.compile(generators[sent.has(name) ? 0 : 1].createSchema(`Checked${name}`)));
  return validators.get(name);
};

const counts = {};
function validate(what, name, value) {
  if (!name || !value) return;
  const valid = validator(name);
  counts[name] = (counts[name] ?? 0) + 1;
  if (valid(structuredClone(value))) return;
  console.log(`FAILED ${what} as ${name}: ${ajv.errorsText(valid.errors)}\n  ${JSON.stringify(value).slice(0, 2000)}`);
  process.exitCode = 1;
}

// Bolt names the team in every call, whether the method's type knows it or not.
function withoutTeam({ team_id, ...body }) {
  return body;
}

// Slack sends null where the types leave a field out.
function withoutNulls(value) {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
}

// The types of answers know blocks only roughly.
function withoutBlocks(value) {
  if (Array.isArray(value)) return value.map(withoutBlocks);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(withoutNulls(value)).filter(([name]) => name !== 'blocks').map(([name, field]) => [name, withoutBlocks(field)]));
}

function validateCall(what, body) {
  validate(what, calls[what], body && withoutTeam(body));
  const view = body?.view;
  validate(`the view of ${what}`, views[view?.type], view);
  const chunked = (body?.chunks ?? []).flatMap(chunk => chunk.blocks ?? []);
  for (const block of [...(body?.blocks ?? []), ...(view?.blocks ?? []), ...chunked]) validate(`a block of ${what}`, blocks[block.type], block);
}

function validateDelivery(type, payload) {
  if (type === 'slash_commands') validate(type, 'SlashCommand', payload);
  if (type === 'interactive') validate(payload.type, interactions[payload.type], withoutNulls(payload));
  if (type !== 'events_api') return;
  const { event } = payload;
  if (event.type === 'message' && !event.subtype) validate('message', 'GenericMessageEvent', event);
  if (event.subtype === 'file_share') validate('message', 'FileShareMessageEvent', event);
  validate(event.type, events[event.type], event);
}

for (const { traffic, what, status, body, answer } of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  if (traffic === 'SocketOut' && body.payload) validateDelivery(body.type, body.payload);
  if (traffic !== 'Rest' || status !== 200 || answer?.ok === false) continue;
  validateCall(what, body);
  validate(`the answer to ${what}`, answers[what], withoutBlocks(answer));
}
for (const name of Object.keys(counts).sort()) console.log(`valid ${name}: ${counts[name]}`);
