import { z } from 'zod';
import { calendarSchema } from './calendar';
import { quantitySchema, shareSchema } from './quantity';
import { amountSchema, dateSchema, idSchema, maybe, membersSchema, record } from './schema-tools';
import {
  automationLevels,
  flowKinds,
  flowStyles,
  mapStates,
  nnvaReasons,
  nodeTypes,
  parties,
  valueClasses,
  workKinds,
} from './value-sets';

const text = z.string();
const order = z.number();
const table = <T extends z.core.SomeType>(schema: T): z.ZodRecord<typeof idSchema, T> =>
  z.record(idSchema, schema);

/** Centre of a node on the canvas, in pixels at 100 %. One field, so that a move is one atomic change. */
export const positionSchema = record({ x: z.number(), y: z.number() });
export type Position = z.infer<typeof positionSchema>;

const nodeShape = {
  map: idSchema,
  type: z.enum(nodeTypes),
  name: text,
  order,
  position: maybe(positionSchema),
  /** The node of another map that this one was copied from. */
  copiedFrom: maybe(idSchema),
  activity: maybe(text),
  practices: maybe(membersSchema),
  role: maybe(idSchema),
  team: maybe(text),
  party: maybe(z.enum(parties)),
  partner: maybe(idSchema),
  agreement: maybe(z.boolean()),
  crew: maybe(quantitySchema),
  processTime: maybe(quantitySchema),
  wait: maybe(quantitySchema),
  completeAccurate: maybe(shareSchema),
  batch: maybe(quantitySchema),
  changeover: maybe(quantitySchema),
  wip: maybe(quantitySchema),
  cadence: maybe(quantitySchema),
  value: maybe(z.enum(valueClasses)),
  nnvaReason: maybe(z.enum(nnvaReasons)),
  obligationReference: maybe(text),
  kind: maybe(z.enum(workKinds)),
  automation: maybe(z.enum(automationLevels)),
  systems: maybe(membersSchema),
  inputs: maybe(membersSchema),
  outputs: maybe(membersSchema),
  afterValue: maybe(z.boolean()),
  requiredWait: maybe(z.boolean()),
  detached: maybe(z.boolean()),
  touchesConsumer: maybe(z.boolean()),
  skillRequired: maybe(amountSchema),
  skillTypical: maybe(amountSchema),
  rejectRate: maybe(shareSchema),
  rekeys: maybe(z.boolean()),
  isRework: maybe(z.boolean()),
  standardised: maybe(z.boolean()),
  external: maybe(z.boolean()),
  warranty: maybe(z.boolean()),
  note: maybe(text),
};

/** Anything that stands on a map; step fields are used where `type` is `step` (a decision, fork or join takes no time). Times are minutes. */
export const nodeSchema = record(nodeShape);
export type MapNode = z.infer<typeof nodeSchema>;

/** A flow from one node to another; `share` is the part of the items that take it, 0..1. */
export const flowSchema = record({
  map: idSchema,
  from: idSchema,
  to: idSchema,
  kind: z.enum(flowKinds),
  order,
  share: maybe(shareSchema),
  label: maybe(text),
  style: maybe(z.enum(flowStyles)),
  limit: maybe(amountSchema),
});
export type Flow = z.infer<typeof flowSchema>;

/** A map of a stream: its current state, its design on paper, or one of its future states. */
export const mapSchema = record({
  stream: idSchema,
  name: text,
  order,
  state: z.enum(mapStates),
  observedOn: maybe(dateSchema),
  calendar: maybe(calendarSchema),
  copiedFrom: maybe(idSchema),
  note: maybe(text),
});
export type ValueStreamMap = z.infer<typeof mapSchema>;

/** A value stream with its charter. Money is per item and hour in the currency of the project, times are minutes. */
export const streamSchema = record({
  name: text,
  order,
  purpose: maybe(text),
  scenario: maybe(text),
  triggerKind: maybe(z.enum(['demand', 'opportunity'])),
  trigger: maybe(text),
  valueOutcome: maybe(text),
  outputs: maybe(text),
  goods: maybe(text),
  access: maybe(text),
  serviceActions: maybe(text),
  provider: maybe(text),
  customer: maybe(text),
  user: maybe(text),
  sponsor: maybe(text),
  stakeholders: maybe(text),
  costsRemoved: maybe(text),
  costsImposed: maybe(text),
  risksRemoved: maybe(text),
  risksImposed: maybe(text),
  utility: maybe(text),
  warranty: maybe(text),
  demandPerMonth: maybe(amountSchema),
  demandCv: maybe(amountSchema),
  targetLeadTime: maybe(amountSchema),
  costOfDelayPerHour: maybe(amountSchema),
  owner: maybe(text),
  scope: maybe(text),
  team: maybe(text),
  startsOn: maybe(dateSchema),
  endsOn: maybe(dateSchema),
  /** Set while the stream is an untouched copy of a template: its figures are illustrations. */
  template: maybe(text),
});
export type ValueStream = z.infer<typeof streamSchema>;

/** A pool of people of one role: how many, and which share of their time belongs to this stream. */
export const roleSchema = record({
  name: text,
  order,
  people: maybe(amountSchema),
  availability: maybe(z.number().min(0).max(1)),
  ratePerHour: maybe(amountSchema),
});
export type Role = z.infer<typeof roleSchema>;

/** A named thing that steps refer to: a system, an artefact, a partner. */
export const namedSchema = record({ name: text, order });
export type Named = z.infer<typeof namedSchema>;

/** An idea for improvement, usually shown as a kaizen burst. */
export const improvementSchema = record({
  name: text,
  order,
  stream: idSchema,
  node: maybe(idSchema),
  owner: maybe(text),
  due: maybe(dateSchema),
  status: maybe(z.enum(['idea', 'planned', 'doing', 'done', 'dropped'])),
  note: maybe(text),
});

/** A finding that was accepted, with the reason. */
export const waiverSchema = record({
  map: idSchema,
  rule: text,
  about: text,
  reason: text,
  author: maybe(text),
  on: maybe(dateSchema),
  expires: maybe(dateSchema),
});

export const settingsSchema = record({
  calendar: calendarSchema,
  currency: text,
  profile: z.enum(['workshop', 'review', 'audit']),
});
export type ProjectSettings = z.infer<typeof settingsSchema>;

/** The whole document: flat tables keyed by random ids. Everything else is derived from it. */
export const projectSchema = record({
  name: text,
  pack: text,
  settings: settingsSchema,
  streams: table(streamSchema),
  maps: table(mapSchema),
  nodes: table(nodeSchema),
  flows: table(flowSchema),
  roles: table(roleSchema),
  systems: table(namedSchema),
  artefacts: table(namedSchema),
  partners: table(namedSchema),
  improvements: table(improvementSchema),
  waivers: table(waiverSchema),
});
export type Project = z.infer<typeof projectSchema>;
