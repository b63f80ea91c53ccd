import type { FlowKind } from '../model/value-sets';
import { inspectorText } from './inspector';

const { fields } = inspectorText;

/** A field within a sentence: “Wait before” is “wait before”, “WIP” stays. */
const within = (field: string): string =>
  /^\p{Lu}\p{Ll}/u.test(field) ? `${field.charAt(0).toLowerCase()}${field.slice(1)}` : field;

/** Words for what differs between two states of a map. */
export const changesText = {
  blank: 'not said',
  yes: 'yes',
  no: 'no',
  quoted: (name: string) => `“${name}”`,
  unnamed: (type: string) => `the ${type.toLowerCase()}`,
  removed: (what: string) => `${what} is taken out`,
  added: (type: string, name: string) =>
    name === '' ? `New: ${type.toLowerCase()}` : `New ${type.toLowerCase()}: “${name}”`,
  becomes: (what: string, type: string) => `${what} becomes a ${type.toLowerCase()}`,
  changed: (what: string, field: string, before: string, after: string) =>
    `${what}: ${within(field)} ${before} → ${after}`,
  way: (from: string, to: string) => `From ${from} to ${to}`,
  newWay: (way: string, kind: FlowKind, share: string | null) =>
    `${way}: new ${kind === 'normal' ? 'flow' : within(inspectorText.flowKinds[kind])}${share === null ? '' : `, ${share}`}`,
  newRole: (name: string, people: string | null) =>
    people === null
      ? `New role for this map: “${name}”`
      : `New role for this map: “${name}”, ${people} people`,
  newMap: (name: string) => `New map of this stream: “${name}”`,
  stream: 'The stream',
  calendar: 'The working hours of the map change',
  map: 'The map',
  /** Fields that fixes change and the inspector calls by other names. */
  fields: {
    ...fields,
    completeAccurate: 'usable output (%C&A)',
    people: 'people',
    availability: 'availability',
    ratePerHour: 'rate an hour',
    statedLeadTime: 'stated lead time',
    statedProcessTime: 'stated process time',
  },
} as const;
