import { z } from 'zod';
import {
  amountSchema,
  dateSchema,
  idSchema,
  maybe,
  membersSchema,
  orderSchema,
  record,
  shareNumber,
} from './schema-tools';
import {
  agendaParts,
  improvementSizes,
  improvementStages,
  improvementStatuses,
  noteKinds,
  stakeholderKinds,
  valueKinds,
  warrantyAspects,
} from './value-sets';

const text = z.string();
const order = orderSchema;

/** An idea for improvement, usually shown as a kaizen burst. */
export const improvementSchema = record({
  name: text,
  order,
  stream: idSchema,
  node: maybe(idSchema),
  /** The dimension of service management that it changes. */
  dimension: maybe(text),
  owner: maybe(text),
  due: maybe(dateSchema),
  status: maybe(z.enum(improvementStatuses)),
  size: maybe(z.enum(improvementSizes)),
  /** What it costs and what it brings as the room judges them, 0 (least) to 1 (most). */
  effort: maybe(shareNumber),
  impact: maybe(shareNumber),
  /** What shows that it helped, where it stands, and where it should be. */
  measure: maybe(text),
  baseline: maybe(text),
  target: maybe(text),
  /** Where it is in the continual improvement model. */
  stage: maybe(z.enum(improvementStages)),
  /** The finding it answers: its rule, and the ids that it is about joined as `Finding.key` does. */
  finding: maybe(text),
  /** The future state that shows it, and which of its nodes and flows it changes. */
  future: maybe(idSchema),
  changes: maybe(membersSchema),
  note: maybe(text),
});
export type Improvement = z.infer<typeof improvementSchema>;

/** Somebody for whom the stream makes a difference. */
export const stakeholderSchema = record({
  name: text,
  order,
  stream: idSchema,
  kind: maybe(z.enum(stakeholderKinds)),
  note: maybe(text),
});
export type Stakeholder = z.infer<typeof stakeholderSchema>;

/** One thing that the stream gives to or takes from a stakeholder, and the steps that bring or burden it. */
export const valueItemSchema = record({
  name: text,
  order,
  stakeholder: idSchema,
  kind: z.enum(valueKinds),
  /** Of a warranty: which assurance it is. */
  aspect: maybe(z.enum(warrantyAspects)),
  steps: maybe(membersSchema),
});
export type ValueItem = z.infer<typeof valueItemSchema>;

/** Steps of a map that can be folded into one block. */
export const groupSchema = record({
  name: text,
  order,
  map: idSchema,
  isFolded: maybe(z.boolean()),
  /** Centre of its block while it is folded, pixels at 100 %. */
  position: maybe(record({ x: z.number(), y: z.number() })),
});
export type Group = z.infer<typeof groupSchema>;

/** One change of a scenario: a field of a node, a flow, a role or the stream is multiplied or set; times are minutes. */
const scenarioChangeSchema = record({
  about: idSchema,
  field: text,
  factor: maybe(amountSchema),
  value: maybe(amountSchema),
});
export type ScenarioChange = z.infer<typeof scenarioChangeSchema>;

/** A what-if that was kept: changes that are computed but never made on the map. */
export const scenarioSchema = record({
  name: text,
  order,
  map: idSchema,
  /** By a key of its own, `about:field`. One field. */
  changes: z.record(z.string(), scenarioChangeSchema),
  note: maybe(text),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** A line of the workshop agenda; minutes are of the clock. */
export const agendaItemSchema = record({
  name: text,
  order,
  stream: idSchema,
  /** Day of the workshop, from 1. */
  day: z.number().int().min(1),
  part: maybe(z.enum(agendaParts)),
  minutes: maybe(amountSchema),
  /** Minutes that it took in the room. */
  spent: maybe(amountSchema),
  isDone: maybe(z.boolean()),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

/** Something said in the room: a note on the wall, a point parked for later, a decision. */
export const workshopNoteSchema = record({
  name: text,
  order,
  stream: idSchema,
  kind: z.enum(noteKinds),
  by: maybe(text),
  on: maybe(dateSchema),
  /** The heading under which it hangs on the wall. */
  group: maybe(idSchema),
  /** The step that it is about. */
  node: maybe(idSchema),
  /** The improvement that it became. */
  improvement: maybe(idSchema),
  /** Of a decision: the future state that shows it. */
  future: maybe(idSchema),
  isSettled: maybe(z.boolean()),
  note: maybe(text),
});
export type WorkshopNote = z.infer<typeof workshopNoteSchema>;

/** A heading on the wall of notes. */
export const noteGroupSchema = record({ name: text, order, stream: idSchema });
export type NoteGroup = z.infer<typeof noteGroupSchema>;

/** A dot vote over notes, groups of notes or improvements; hidden until it is revealed. */
export const ballotSchema = record({
  name: text,
  order,
  stream: idSchema,
  /** Dots of each person. */
  quota: z.number().int().min(1),
  /** What can be voted for, by id. */
  choices: membersSchema,
  isRevealed: maybe(z.boolean()),
});
export type Ballot = z.infer<typeof ballotSchema>;

/** The dots of one person in a ballot: how many on each choice. */
export const voteSchema = record({
  ballot: idSchema,
  voter: text,
  /** Dots by the id of the choice. One field. */
  dots: z.record(idSchema, z.number().int().nonnegative()),
});
export type Vote = z.infer<typeof voteSchema>;
