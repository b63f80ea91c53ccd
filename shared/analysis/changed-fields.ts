import type { MapNode } from '../model/project';
import { meanOf, type Quantity } from '../model/quantity';
import { membersOf } from '../model/queries';
import type { Members } from '../model/schema-tools';
import { formatDuration, formatNumber, formatQuantity, formatShare } from '../model/units-format';
import { sameValue } from '../commands/change';
import { changesText } from '../text/changes';
import { inspectorText } from '../text/inspector';

const words = changesText;
const { kinds, automation, valueNames, nnvaReasons, parties } = inspectorText;

type Name = keyof typeof words.fields;
/** A field with its name and its value as text; undefined where it is blank. */
export interface Field<T> {
  readonly key: keyof T & Name;
  readonly say: (row: T) => string | undefined;
  readonly value: (row: T) => unknown;
}

const isQuantity = (value: unknown): value is Quantity =>
  typeof value === 'object' && value !== null && 'likely' in value;

/** A share without digits that say nothing: `30 %`, `12.5 %`. */
export function shortShare(share: number): string {
  const percent = share * 100;
  return formatShare(share, Math.abs(percent - Math.round(percent)) < 0.005 ? 0 : 1);
}

/** Fields that hold a number or a quantity, said by a format. */
export function amounts<T>(format: (value: number) => string, keys: readonly (keyof T & Name)[]): Field<T>[] {
  return keys.map((key) => ({
    key,
    value: (row) => row[key],
    say: (row) => {
      const value: unknown = row[key];
      if (isQuantity(value)) return formatQuantity({ ...value, likely: meanOf(value) }, format);
      return typeof value === 'number' ? format(value) : undefined;
    },
  }));
}

function chosen<T>(key: keyof T & Name, names: Readonly<Record<string, string>>): Field<T> {
  return {
    key,
    value: (row) => row[key],
    say: (row) => {
      const value: unknown = row[key];
      return typeof value === 'string' ? (names[value] ?? value) : undefined;
    },
  };
}

function flags<T>(keys: readonly (keyof T & Name)[]): Field<T>[] {
  return keys.map((key) => ({
    key,
    value: (row) => row[key] === true,
    say: (row) => (row[key] === true ? words.yes : words.no),
  }));
}

type SetName = 'practices' | 'systems' | 'inputs' | 'outputs';

/** The name of what has an id. */
export type Names = (id: string) => string;

const sets = (name: Names, keys: readonly SetName[]): Field<MapNode>[] =>
  keys.map((key) => ({
    key,
    value: (row) => row[key],
    say: (row) => {
      const members: Members | undefined = row[key];
      return members && membersOf(members).map(name).join(', ');
    },
  }));

const references = (name: Names, keys: readonly ('role' | 'partner' | 'activity')[]): Field<MapNode>[] =>
  keys.map((key) => ({
    key,
    value: (row) => row[key],
    say: (row) => (row[key] === undefined ? undefined : words.quoted(name(row[key]))),
  }));

const texts = (keys: readonly ('name' | 'team' | 'obligationReference' | 'note')[]): Field<MapNode>[] =>
  keys.map((key) => ({
    key,
    value: (row) => row[key] ?? '',
    say: (row) => (row[key] ? words.quoted(row[key]) : undefined),
  }));

/** Every field of a node that a change is told of. */
export const nodeFields = (name: Names): readonly Field<MapNode>[] => [
  ...texts(['name']),
  ...references(name, ['role', 'partner', 'activity']),
  ...amounts<MapNode>(formatDuration, ['wait', 'processTime', 'cadence', 'cutoff', 'changeover']),
  ...amounts<MapNode>(shortShare, ['completeAccurate', 'rejectRate', 'repeatFactor']),
  ...amounts<MapNode>(formatNumber, [
    'batch',
    'crew',
    'wip',
    'costPerVisit',
    'skillRequired',
    'skillTypical',
  ]),
  chosen('value', valueNames),
  chosen('nnvaReason', nnvaReasons),
  chosen('kind', kinds),
  chosen('automation', automation),
  chosen('party', parties),
  ...sets(name, ['practices', 'systems', 'inputs', 'outputs']),
  ...texts(['team', 'obligationReference', 'note']),
  ...flags<MapNode>(['agreement', 'afterValue', 'detached', 'touchesConsumer', 'standardised', 'rekeys']),
  ...flags<MapNode>(['requiredWait', 'stopsClock', 'external', 'warranty', 'isRework']),
];

const sameAmount = (a: unknown, b: unknown): boolean =>
  isQuantity(a) && isQuantity(b)
    ? meanOf(a) === meanOf(b) && a.low === b.low && a.high === b.high
    : sameValue(a, b);

/** The fields in which two records differ, a line each: `name: field before → after`. */
export function differences<T>(name: string, then: T, now: T, fields: readonly Field<T>[]): string[] {
  return fields
    .filter(({ value }) => !sameAmount(value(then), value(now)))
    .map(({ key, say }) =>
      words.changed(name, words.fields[key], say(then) ?? words.blank, say(now) ?? words.blank),
    );
}
