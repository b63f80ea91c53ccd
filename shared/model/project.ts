import { z } from 'zod';
import { calendarSchema } from './calendar';
import { type Quantity, quantitySchema, shareSchema } from './quantity';
import {
  amountSchema,
  dateSchema,
  idSchema,
  maybe,
  membersSchema,
  orderSchema,
  record,
} from './schema-tools';
import {
  automationLevels,
  flowKinds,
  flowStyles,
  laneKinds,
  mapStates,
  nnvaReasons,
  nodeTypes,
  outsideFactors,
  parties,
  severities,
  valueClasses,
  workKinds,
} from './value-sets';
import {
  agendaItemSchema,
  ballotSchema,
  groupSchema,
  improvementSchema,
  noteGroupSchema,
  scenarioSchema,
  stakeholderSchema,
  valueItemSchema,
  voteSchema,
  workshopNoteSchema,
} from './workshop';

const text = z.string();
const order = orderSchema;
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
  /** How long before its date an item must be handed in, minutes. */
  cutoff: maybe(quantitySchema),
  /** Part of the process time that a repeat takes; 1 where nothing is said. */
  repeatFactor: maybe(shareSchema),
  /** Fees and consumption of one visit, in the currency of the project. */
  costPerVisit: maybe(amountSchema),
  /** The calendar that its wait is in, where it is not the one of the map. */
  calendar: maybe(calendarSchema),
  value: maybe(z.enum(valueClasses)),
  nnvaReason: maybe(z.enum(nnvaReasons)),
  obligationReference: maybe(text),
  /** The outside factor that bounds the step. */
  outsideFactor: maybe(z.enum(outsideFactors)),
  /** Ids of what keeps work from flowing here (`flowBarriers`). */
  barriers: maybe(membersSchema),
  kind: maybe(z.enum(workKinds)),
  automation: maybe(z.enum(automationLevels)),
  systems: maybe(membersSchema),
  inputs: maybe(membersSchema),
  outputs: maybe(membersSchema),
  afterValue: maybe(z.boolean()),
  requiredWait: maybe(z.boolean()),
  /** True where the clock of the service level stands still, for instance while the user is asked. */
  stopsClock: maybe(z.boolean()),
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
  /** The group that it belongs to; a folded group is drawn as one block. */
  group: maybe(idSchema),
  note: maybe(text),
};

/** Anything that stands on a map; step fields are used where `type` is `step` (a decision, fork or join takes no time). Times are minutes. */
export const nodeSchema = record(nodeShape);
export type MapNode = z.infer<typeof nodeSchema>;

/** Names of the fields of a node that hold one value or a range. */
export type QuantityName = {
  [K in keyof MapNode]-?: NonNullable<MapNode[K]> extends Quantity ? K : never;
}[keyof MapNode];

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
  /** What its lanes are made of; absent: what is usual where it is shown. */
  lanes: maybe(z.enum(laneKinds)),
  /** Totals that somebody else gave, minutes of working time: compared with those of the steps. */
  statedLeadTime: maybe(amountSchema),
  statedProcessTime: maybe(amountSchema),
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
  /** What goes through, as a plural: `requests`. */
  itemName: maybe(text),
  demandPerMonth: maybe(amountSchema),
  demandCv: maybe(amountSchema),
  arrivalsPerMonth: maybe(amountSchema),
  departuresPerMonth: maybe(amountSchema),
  /** Items in the stream when they were counted. */
  itemsInProgress: maybe(amountSchema),
  /** Part of the demand that an earlier failure caused. */
  failureDemandShare: maybe(z.number().min(0).max(1)),
  targetLeadTime: maybe(amountSchema),
  costOfDelayPerHour: maybe(amountSchema),
  owner: maybe(text),
  scope: maybe(text),
  scopeOut: maybe(text),
  team: maybe(text),
  /** Who does what in the workshop, besides the owner and the mapping team. */
  executiveSponsor: maybe(text),
  facilitator: maybe(text),
  scribe: maybe(text),
  experts: maybe(text),
  customerVoice: maybe(text),
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

/** A system; a private one (a mailbox, a sheet of paper) is seen by nobody else. */
export const systemSchema = record({ name: text, order, isPrivate: maybe(z.boolean()) });
export type System = z.infer<typeof systemSchema>;

/** A named thing that steps refer to: an artefact, a partner. */
export const namedSchema = record({ name: text, order });
export type Named = z.infer<typeof namedSchema>;

/** A finding that was accepted, with the reason. */
export const waiverSchema = record({
  map: idSchema,
  rule: text,
  about: text,
  reason: text,
  author: maybe(text),
  on: maybe(dateSchema),
  expires: maybe(dateSchema),
  /** The evidence that was accepted, by name: numbers as the rule gave them. One field. */
  evidence: maybe(z.record(z.string(), z.union([z.number(), text]))),
});
export type Waiver = z.infer<typeof waiverSchema>;

/** How a rule judges here: `about` is a map, a node or a flow, the whole project where it is absent. */
export const ruleSettingSchema = record({
  rule: text,
  about: maybe(idSchema),
  severity: maybe(z.enum([...severities, 'off'])),
  /** Limits by option name. One field. */
  options: maybe(z.record(z.string(), z.number())),
});
export type RuleSetting = z.infer<typeof ruleSettingSchema>;

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
  systems: table(systemSchema),
  artefacts: table(namedSchema),
  partners: table(namedSchema),
  improvements: table(improvementSchema),
  waivers: table(waiverSchema),
  ruleSettings: table(ruleSettingSchema).default({}),
  stakeholders: table(stakeholderSchema).default({}),
  valueItems: table(valueItemSchema).default({}),
  groups: table(groupSchema).default({}),
  scenarios: table(scenarioSchema).default({}),
  agenda: table(agendaItemSchema).default({}),
  workshopNotes: table(workshopNoteSchema).default({}),
  noteGroups: table(noteGroupSchema).default({}),
  ballots: table(ballotSchema).default({}),
  votes: table(voteSchema).default({}),
});
export type Project = z.infer<typeof projectSchema>;
