import { readNamed } from '../capture/read-name';
import type { Reading, Said } from '../capture/types';
import { readAutomation, readKind, readReason } from '../capture/words';
import type { NodePatch } from '../commands/nodes';
import type { MapNode } from '../model/project';
import { isRange, meanOf, type Quantity } from '../model/quantity';
import type { WithId } from '../model/queries';
import { parseDurationQuantity } from '../model/units-durations';
import { type Parsed, parseAmountQuantity, parsePeopleQuantity } from '../model/units-numbers';
import { parseShareQuantity } from '../model/units-shares';
import { nnvaReasons, type NodeType, parties, valueClasses } from '../model/value-sets';
import { en } from '../text/en';
import type { GridContext } from './cell-text';
import type { GridColumn, GridKind } from './columns';
import { type Exit, readExits } from './next-text';

/** What a cell changes on its node. */
export type CellChange =
  | { readonly is: 'patch'; readonly patch: NodePatch }
  /** The role of that name; empty for none. */
  | { readonly is: 'role'; readonly name: string }
  | { readonly is: 'systems'; readonly names: readonly string[] }
  | { readonly is: 'exits'; readonly exits: readonly Exit[] };

/** A cell as it was understood, or why it was not. */
export type CellReading = { readonly change: CellChange } | { readonly sentence: string };

const { problems } = en.stepTable;
const patched = (patch: NodePatch): CellReading => ({ change: { is: 'patch', patch } });

function parse(
  of: Extract<GridKind, { is: 'quantity' }>['of'],
  text: string,
  context: GridContext,
): Parsed<Quantity> {
  switch (of) {
    case 'time':
      return parseDurationQuantity(text, context.graph.calendar, { bareNumber: 'minutes' });
    case 'share':
      return parseShareQuantity(text, { bareNumber: 'percent' });
    case 'amount':
      return parseAmountQuantity(text);
    case 'people':
      return parsePeopleQuantity(text);
  }
}

/** The new value without bounds that say nothing, with the provenance of the old one. */
function keepOrigin({ likely, low, high }: Quantity, before: Quantity | undefined): Quantity {
  const bare = { likely, ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
  const { low: _low, high: _high, likely: _likely, ...origin } = before ?? { likely };
  return isRange(bare) ? { ...origin, ...bare } : { ...origin, likely };
}

function readQuantity(
  kind: Extract<GridKind, { is: 'quantity' }>,
  text: string,
  node: MapNode,
  context: GridContext,
): CellReading {
  const read = parse(kind.of, text, context);
  if (!read.ok) return { sentence: read.reason };
  if (kind.of === 'people' && meanOf(read.value) === 0) return { sentence: en.units.nobody };
  return patched({ [kind.field]: keepOrigin(read.value, node[kind.field]) });
}

const saidIn = (reading: Reading): Said | string => ('said' in reading ? reading.said : reading.sentence);

const partsOf = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

function readPractices(text: string, context: GridContext): CellReading {
  const found: string[] = [];
  for (const part of partsOf(text)) {
    const said = saidIn(readNamed('practice', part, context.quick));
    if (typeof said === 'string') return { sentence: said };
    if (said.field === 'practice' && !found.includes(said.value)) found.push(said.value);
  }
  const members = Object.fromEntries(found.map((id, index) => [id, index + 1]));
  return patched({ practices: found.length === 0 ? undefined : members });
}

function readName(field: 'role' | 'team' | 'activity', text: string, context: GridContext): CellReading {
  const said = saidIn(readNamed(field, text, context.quick));
  if (typeof said === 'string') return { sentence: said };
  if (said.field === 'role') return { change: { is: 'role', name: said.value } };
  if (said.field === 'team') return patched({ team: said.value });
  return said.field === 'activity'
    ? patched({ activity: said.value })
    : { sentence: problems.notUnderstood(text) };
}

function readValue(text: string): CellReading {
  const [word = '', ...rest] = text.trim().split(/[\s,:]+/);
  const value = valueClasses.find((each) => each.toLowerCase() === word.toLowerCase());
  if (value === undefined) return { sentence: en.capture.problems.notAClass(text) };
  if (rest.length === 0) return patched({ value });
  const reason = value === 'NNVA' ? readReason(rest.join(' ')) : undefined;
  return reason === undefined
    ? { sentence: en.capture.problems.notAReason(rest.join(' '), nnvaReasons.join(', ')) }
    : patched({ value, nnvaReason: reason });
}

function readChoice(field: 'kind' | 'automation' | 'party', text: string): CellReading {
  if (field === 'kind') {
    const kind = readKind(text);
    return kind === undefined ? { sentence: en.capture.problems.notAKind(text) } : patched({ kind });
  }
  if (field === 'automation') {
    const automation =
      readAutomation(text) ?? (text.trim().toLowerCase() === 'planned' ? 'planned' : undefined);
    return automation === undefined
      ? { sentence: en.capture.problems.notAutomation(text) }
      : patched({ automation });
  }
  const party = parties.find((each) => each === text.trim().toLowerCase());
  return party === undefined
    ? { sentence: problems.notAParty(text, parties.join(', ')) }
    : patched({ party });
}

/** The kinds of node that a row can become. */
export const rowTypes: readonly NodeType[] = ['step', 'decision', 'fork', 'join', 'control'];

function readType(text: string): CellReading {
  const type = rowTypes.find((each) => each === text.trim().toLowerCase());
  return type === undefined ? { sentence: problems.notAType(text, rowTypes.join(', ')) } : patched({ type });
}

function emptied({ id, kind }: GridColumn): CellReading {
  switch (kind.is) {
    case 'text':
      return patched(kind.field === 'name' ? { name: '' } : { note: undefined });
    case 'quantity':
    case 'choice':
      return patched({ [kind.field]: undefined });
    case 'role':
      return { change: { is: 'role', name: '' } };
    case 'systems':
      return { change: { is: 'systems', names: [] } };
    case 'next':
      return { change: { is: 'exits', exits: [] } };
    case 'value':
      return patched({ value: undefined, nnvaReason: undefined });
    case 'type':
      return { sentence: problems.notAType('', rowTypes.join(', ')) };
    default:
      return patched({ [id]: undefined });
  }
}

/** Reads the text of a cell as the inspector and quick entry do; an empty text means unknown. */
export function readGridCell(
  text: string,
  node: WithId<MapNode>,
  column: GridColumn,
  context: GridContext,
): CellReading {
  const typed = text.trim();
  const { kind } = column;
  if (typed === '' || typed === '—') return emptied(column);
  switch (kind.is) {
    case 'text':
      return patched({ [kind.field]: typed });
    case 'quantity':
      return readQuantity(kind, typed, node, context);
    case 'choice':
      return readChoice(kind.field, typed);
    case 'type':
      return readType(typed);
    case 'practices':
      return readPractices(typed, context);
    case 'role':
    case 'team':
    case 'activity':
      return readName(kind.is, typed, context);
    case 'value':
      return readValue(typed);
    case 'systems':
      return { change: { is: 'systems', names: [...new Set(partsOf(typed))] } };
    case 'next': {
      const read = readExits(typed, node, context);
      return 'sentence' in read ? read : { change: { is: 'exits', exits: read.exits } };
    }
    case 'derived':
      return { sentence: problems.derived };
  }
}
