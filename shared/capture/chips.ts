import type { Quantity } from '../model/quantity';
import { formatDuration, formatQuantity, formatShare } from '../model/units-format';
import type { MapGraph } from '../model/queries';
import { en } from '../text/en';
import { placeOf, waitOfLead } from './quick-step';
import type { QuickContext, QuickLine, QuickPart, Said, Span, Sureness } from './types';

const text = en.capture;

/** One thing that was understood, or not, as it is shown under the line. */
export interface Chip {
  readonly field: string;
  readonly value: string;
  readonly tone: Sureness | 'bad' | 'place';
  /** Why it was not understood; empty for the others. */
  readonly sentence: string;
  /** What can be meant instead: the part of the line that it replaces, and what is then written there. */
  readonly instead?: { readonly span: Span; readonly text: string };
}

const time = (quantity: Quantity): string => formatQuantity(quantity, formatDuration);
const share = (quantity: Quantity): string =>
  formatQuantity(quantity, (value) => formatShare(value, value * 100 === Math.round(value * 100) ? 0 : 1));

function leadTime(lead: Quantity, parts: readonly QuickPart[]): string {
  const work = parts.flatMap(({ said }) => (said.field === 'processTime' ? [said.value] : []))[0];
  return work ? text.leadTimeAs(time(lead), time(waitOfLead(lead, work))) : time(lead);
}

function valueOf(said: Said, parts: readonly QuickPart[]): string {
  const words = en.inspector;
  switch (said.field) {
    case 'name':
    case 'role':
    case 'team':
    case 'note':
      return said.value;
    case 'activity':
    case 'practice':
    case 'parallel':
      return said.name;
    case 'processTime':
    case 'wait':
      return time(said.value);
    case 'leadTime':
      return leadTime(said.value, parts);
    case 'completeAccurate':
    case 'share':
      return share(said.value);
    case 'crew':
      return text.people(formatQuantity(said.value, String));
    case 'value':
      return said.reason === undefined ? said.value : `${said.value}, ${words.nnvaReasons[said.reason]}`;
    case 'kind':
      return words.kinds[said.value];
    case 'automation':
      return words.automation[said.value];
    case 'to':
      return text.flow(
        said.id === null ? text.itself : said.name,
        said.share ? share(said.share) : null,
        words.flowKinds[said.kind],
      );
    case 'from':
      return text.flow(said.name, said.share ? share(said.share) : null, null);
    case 'join':
      return said.nodes.map(({ name }) => name).join(', ');
  }
}

function chipOf(part: QuickPart, parts: readonly QuickPart[]): Chip {
  const value = valueOf(part.said, parts);
  const said =
    part.sureness === 'new'
      ? text.newName(value)
      : part.sureness === 'alike'
        ? text.alike(value, part.text)
        : part.sureness === 'either'
          ? text.orPractice(value)
          : value;
  const chip = { field: text.fields[part.said.field], value: said, tone: part.sureness, sentence: '' };
  return part.sureness === 'either'
    ? { ...chip, instead: { span: part.span, text: text.asPractice(value) } }
    : chip;
}

/** Where the step will stand, in words. */
function placeChip(line: QuickLine, graph: MapGraph, context: QuickContext): Chip {
  const place = placeOf(line.parts, graph, context);
  const name = (id: string): string => {
    const node = graph.node.get(id);
    return node === undefined || node.name === '' ? en.inspector.nodeTypes[node?.type ?? 'step'] : node.name;
  };
  const chip = (value: string): Chip => ({ field: text.place.label, value, tone: 'place', sentence: '' });
  if (place === null)
    return { ...chip(text.problems.besideStart), tone: 'bad', sentence: text.problems.besideStart };
  switch (place.kind) {
    case 'alone':
      return chip(text.place.alone);
    case 'between':
      return chip(text.place.between(name(place.after), name(place.next)));
    case 'next':
      return chip(
        place.isBranch ? text.place.branch(name(place.after)) : text.place.after(name(place.after)),
      );
    case 'beside':
      return chip(text.place.beside(name(place.beside)));
    case 'join':
      return chip(text.place.joins(place.ends.map(name).join(', ')));
  }
}

/** What a line was understood as, in its order, the place of the step first; nothing for a blank line. */
export function chipsOf(line: QuickLine, graph: MapGraph, context: QuickContext): Chip[] {
  if (line.parts.length === 0 && line.problems.length === 0) return [];
  const parts = line.parts
    .filter(({ said }) => said.field !== 'parallel' && said.field !== 'join')
    .map((part) => ({ at: part.span.from, chip: chipOf(part, line.parts) }));
  const problems = line.problems.map(({ span, text: found, sentence }) => ({
    at: span.from,
    chip: { field: '', value: found, tone: 'bad' as const, sentence },
  }));
  const ordered = [...parts, ...problems].sort((a, b) => a.at - b.at).map(({ chip }) => chip);
  return [placeChip(line, graph, context), ...ordered];
}
