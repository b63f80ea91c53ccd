import { setNode } from '../../../shared/commands/nodes';
import type { Command } from '../../../shared/commands/command';
import { together } from '../../../shared/commands/together';
import { addNote } from '../../../shared/commands/workshop-notes';
import type { Calendar } from '../../../shared/model/calendar';
import type { MapNode } from '../../../shared/model/project';
import type { Quantity } from '../../../shared/model/quantity';
import { type QuantityKind, quantityText } from '../../../shared/model/quantity-text';
import type { WithId } from '../../../shared/model/queries';
import type { Members } from '../../../shared/model/schema-tools';
import { en } from '../../../shared/text/en';
import { makeId } from '../../make-id';
import { readDate } from '../../panels/dates';
import { parseKind } from '../../panels/quantity-field';

const words = en.roomWalk;

/** The figures of the sheet, in its order. */
export const walkFigures = [
  { name: 'processTime', kind: 'time', label: words.time, example: words.example.time },
  { name: 'wait', kind: 'time', label: words.wait, example: words.example.wait },
  { name: 'wip', kind: 'number', label: words.wip, example: words.example.wip },
  { name: 'completeAccurate', kind: 'share', label: words.quality, example: words.example.quality },
] as const satisfies readonly {
  readonly name: keyof MapNode;
  readonly kind: QuantityKind;
  readonly label: string;
  readonly example: string;
}[];

type FigureName = (typeof walkFigures)[number]['name'];

/** What was typed in for a step, as text; empty fields change nothing. */
export type WalkTyped = Readonly<Record<FigureName | 'who' | 'quote', string>> & {
  readonly barriers: Members;
};

/** What holds for the whole walk. */
export interface WalkFrame {
  readonly on: string;
  readonly samples: string;
}

/** A sheet line with nothing in it. */
export const blankLine = (node: MapNode, who: string): WalkTyped => ({
  processTime: '',
  wait: '',
  wip: '',
  completeAccurate: '',
  quote: '',
  who,
  barriers: node.barriers ?? {},
});

/** Why the frame of a walk cannot be used, by field; null where it can. */
export function frameErrors({ on, samples }: WalkFrame): {
  readonly on: string | null;
  readonly samples: string | null;
} {
  return {
    on: readDate(on) === null ? words.badDate(on) : null,
    samples: samples.trim() === '' || /^\d+$/.test(samples.trim()) ? null : words.badCount(samples),
  };
}

/** How a figure is understood, or why not; null where nothing was typed. */
export function readFigure(
  kind: QuantityKind,
  text: string,
  calendar: Calendar,
): { readonly value: Quantity } | { readonly error: string } | null {
  if (text.trim() === '') return null;
  const parsed = parseKind(kind, text, calendar);
  return parsed.ok ? { value: parsed.value } : { error: parsed.reason };
}

const sameMembers = (a: Members, b: Members): boolean =>
  Object.keys(a).sort().join(' ') === Object.keys(b).sort().join(' ');

/** Everything that was seen at a step as one command; null where nothing was typed, undefined where something is wrong. */
export function walkCommand(
  node: WithId<MapNode>,
  typed: WalkTyped,
  about: { readonly frame: WalkFrame; readonly calendar: Calendar; readonly stream: string },
): Command | null | undefined {
  const { frame, calendar, stream } = about;
  const errors = frameErrors(frame);
  if (errors.on !== null || errors.samples !== null) return undefined;
  const by = typed.who.trim();
  const on = readDate(frame.on) ?? undefined;
  const samples = frame.samples.trim() === '' ? undefined : Number(frame.samples.trim());
  const seen = {
    source: 'measured' as const,
    ...(by !== '' && { by }),
    ...(on !== undefined && { on }),
    ...(samples !== undefined && { samples }),
  };
  const patch: Partial<Record<FigureName, Quantity>> = {};
  for (const { name, kind } of walkFigures) {
    const read = readFigure(kind, typed[name], calendar);
    if (read && 'error' in read) return undefined;
    if (read) patch[name] = { ...read.value, ...seen };
  }
  const barriers = sameMembers(typed.barriers, node.barriers ?? {}) ? {} : { barriers: typed.barriers };
  const quote = typed.quote.trim();
  const said = quote === '' ? [] : [addNote(quoteNote(quote), makeId)];
  const hasFigures = Object.keys(patch).length > 0 || 'barriers' in barriers;
  const figures = hasFigures ? [setNode({ ids: [node.id], patch: { ...patch, ...barriers } })] : [];
  const [first, ...others]: Command[] = [...figures, ...said];
  return first ? together(first, ...others) : null;

  function quoteNote(name: string): Parameters<typeof addNote>[0] {
    return {
      stream,
      kind: 'wall',
      name,
      node: node.id,
      group: words.quoteGroup,
      ...(by !== '' && { by }),
      ...(on !== undefined && { on }),
    };
  }
}

/** True where the walk has seen a step: one of its figures was measured. */
export const wasSeen = (node: MapNode): boolean =>
  walkFigures.some(({ name }) => node[name]?.source === 'measured');

/** What a step has now, beside the empty field; empty where nothing is known. */
export const nowText = (node: MapNode, { name, kind }: (typeof walkFigures)[number]): string => {
  const text = quantityText(kind, node[name]);
  return text === '' ? '' : words.before(text);
};
