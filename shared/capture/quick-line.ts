import { meanOf } from '../model/quantity';
import { en } from '../text/en';
import { isFieldLike, placeIn, readPart } from './read-part';
import { insideQuotes, type Piece, splitLine } from './split-line';
import type { QuickContext, QuickField, QuickLine, QuickPart, QuickProblem, Reading, Said } from './types';

const { problems: say, fields } = en.capture;

/** More parts than any step can have: what is longer was pasted by mistake, and reading it would hold up the window. */
const mostParts = 60;

/** Fields that a line may fill more than once. */
const several: ReadonlySet<QuickField> = new Set(['practice', 'to', 'from']);

function readName(piece: Piece, context: QuickContext): Reading {
  const quoted = insideQuotes(piece.text);
  const value = quoted ?? piece.text;
  if (value === '') return { sentence: say.noName };
  if (value.includes('"')) return { sentence: say.quotes };
  if (quoted === null && isFieldLike(value, context)) return { sentence: say.nameIsField(value) };
  return { said: { field: 'name', value }, sureness: 'exact' };
}

const placeOf = ({ field }: Said): 'from' | 'parallel' | 'join' | null =>
  field === 'from' || field === 'parallel' || field === 'join' ? field : null;

/** What a field that may be filled several times holds once at most. */
function keyOf(said: Said): string | null {
  switch (said.field) {
    case 'to':
      return `to ${said.id ?? ''} ${said.kind}`;
    case 'from':
      return `from ${said.id}`;
    case 'practice':
      return `practice ${said.value}`;
    default:
      return null;
  }
}

/** Why a part cannot stand beside those before it, or null. */
function refuseBeside(said: Said, before: readonly QuickPart[]): string | null {
  const earlier = before.map((part) => part.said);
  const place = placeOf(said);
  if (place !== null && earlier.some((each) => placeOf(each) !== null && placeOf(each) !== place))
    return say.places;
  const key = keyOf(said);
  if (key !== null && earlier.some((each) => keyOf(each) === key) && 'name' in said)
    return said.field === 'practice' ? say.twice(said.name) : say.flowTwice(said.name);
  const isTwice = !several.has(said.field) && earlier.some(({ field }) => field === said.field);
  return isTwice ? say.twice(fields[said.field]) : null;
}

/** Why a part does not fit the whole line, or null. */
function refuseInLine(
  { said }: QuickPart,
  parts: readonly QuickPart[],
  context: QuickContext,
): string | null {
  if (said.field === 'share') {
    const isBeside = parts.some((part) => part.said.field === 'parallel' || part.said.field === 'join');
    const isLed = context.anchor !== null || parts.some((part) => part.said.field === 'from');
    return isLed && !isBeside ? null : say.shareNoSource;
  }
  if (said.field !== 'leadTime') return null;
  if (parts.some((part) => part.said.field === 'wait')) return say.leadAndWait;
  const work = parts.flatMap((part) => (part.said.field === 'processTime' ? [part.said.value] : []))[0];
  if (!work) return say.leadNeedsWork;
  if (said.value.low !== undefined || said.value.high !== undefined) return say.leadRange;
  return meanOf(said.value) < meanOf(work) ? say.leadTooShort : null;
}

function problemAt({ from, to, text }: Piece, sentence: string): QuickProblem {
  return { span: { from, to }, text, sentence };
}

/** Reads a line such as `Triage; L1; 10m; wait 4h; 80%`: what each part says about the step, and what was not understood. A blank line says nothing; of one with more than 60 parts only those are read. */
export function parseQuickLine(line: string, context: QuickContext): QuickLine {
  const pieces = splitLine(line).slice(0, mostParts + 1);
  const tooMany = pieces[mostParts];
  const [first, ...rest] = pieces.slice(0, mostParts);
  if (!first || pieces.every(({ text }) => text === '')) return { parts: [], problems: [] };
  const parts: QuickPart[] = [];
  const problems: QuickProblem[] = [];
  if (tooMany) {
    const unread = { from: tooMany.from, to: line.length, text: line.slice(tooMany.from) };
    problems.push(problemAt(unread, say.tooManyParts(mostParts)));
  }
  const take = (piece: Piece, reading: Reading): void => {
    const { from, to, text } = piece;
    const sentence = 'sentence' in reading ? reading.sentence : refuseBeside(reading.said, parts);
    if (sentence !== null || 'sentence' in reading) problems.push(problemAt(piece, sentence ?? ''));
    else parts.push({ span: { from, to }, text, ...reading });
  };
  take(first, readName(first, context));
  const own = parts[0]?.said;
  const name = own?.field === 'name' ? own.value : '';
  const places = rest.map((piece) => placeIn(piece.text, context));
  const after = places.find((id) => id !== null) ?? context.anchor?.id ?? null;
  for (const piece of rest) {
    if (piece.text === '') continue;
    const hasRole = parts.some(({ said }) => said.field === 'role');
    const isFirst = piece === rest.find(({ text }) => text !== '');
    take(piece, readPart(piece.text, { name, hasRole, isFirst, after }, context));
  }
  return settle(parts, problems, context);
}

function settle(
  parts: readonly QuickPart[],
  problems: readonly QuickProblem[],
  context: QuickContext,
): QuickLine {
  const fitting: QuickPart[] = [];
  const all = [...problems];
  for (const part of parts) {
    const sentence = refuseInLine(part, parts, context);
    if (sentence === null) fitting.push(part);
    else all.push({ span: part.span, text: part.text, sentence });
  }
  return { parts: fitting, problems: all.sort((a, b) => a.span.from - b.span.from) };
}
