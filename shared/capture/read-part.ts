import { nnvaReasons, type ValueClass, valueClasses } from '../model/value-sets';
import { en } from '../text/en';
import { holdsFigure, readBareFigure, readFigure } from './read-figure';
import { readFrom, readJoin, readParallel, readTo } from './read-flow';
import { readLoose, readNamed, readNewRole, readPeople } from './read-name';
import { insideQuotes } from './split-line';
import type { QuickContext, Reading, Said } from './types';
import { isFigureWord, readAutomation, readKind, readLabel, readReason } from './words';

const { problems } = en.capture;

const exact = (said: Said): Reading => ({ said, sureness: 'exact' });

function classOf(word: string): ValueClass | undefined {
  return valueClasses.find((each) => each.toLowerCase() === word.toLowerCase());
}

/** `VA`, `NNVA`, `NNVA legal`; null where the text does not begin with a class. */
function readValue(text: string): Reading | null {
  const [word = '', ...more] = text.split(/\s+/);
  const value = classOf(word);
  if (value === undefined) return null;
  const rest = more.join(' ');
  if (rest === '') return exact({ field: 'value', value });
  const reason = value === 'NNVA' ? readReason(rest) : undefined;
  return reason === undefined
    ? { sentence: problems.notAReason(rest, nnvaReasons.join(', ')) }
    : exact({ field: 'value', value, reason });
}

/** What the parts before one have said already. */
export interface LineSoFar {
  readonly name: string;
  readonly hasRole: boolean;
  /** True where nothing stands between the name and this part. */
  readonly isFirst: boolean;
  /** The node after which the step comes, where one is known. */
  readonly after: string | null;
}

/** Where a part says that the step stands: after a step, beside one, after a join; null where it says something else. */
function readPlace(text: string, context: QuickContext): Reading | null {
  const from = /^(?:<-|←)(.*)$/s.exec(text)?.[1];
  if (from !== undefined) return readFrom(from, context);
  const beside = /^(?:\|\||(?:in )?parallel(?: with| to)?(?=\s|:|$))\s*:?\s*(.*)$/is.exec(text)?.[1];
  if (beside !== undefined) return readParallel(beside, context);
  const join = /^join(?=\s|:|$)\s*:?\s*(.*)$/is.exec(text)?.[1];
  if (join !== undefined) return readJoin(join, context);
  const label = readLabel(text);
  return label?.field === 'from' ? readFrom(label.rest, context) : null;
}

/** The node after or beside which a part puts the step, or null. */
export function placeIn(text: string, context: QuickContext): string | null {
  const place = readPlace(text, context);
  if (place === null || 'sentence' in place) return null;
  const { said } = place;
  if (said.field === 'join') return said.nodes[0]?.id ?? null;
  return said.field === 'from' || said.field === 'parallel' ? said.id : null;
}

function readWord(text: string): Reading | null {
  const kind = readKind(text);
  if (kind !== undefined) return exact({ field: 'kind', value: kind });
  const automation = readAutomation(text);
  return automation === undefined ? null : exact({ field: 'automation', value: automation });
}

function readLabelled(text: string, context: QuickContext): Reading | null {
  const label = readLabel(text);
  if (label === null || label.field === 'from') return null;
  const { field, rest, whole } = label;
  switch (field) {
    case 'role':
    case 'team':
    case 'activity':
    case 'practice':
      return readNamed(field, rest, context, whole);
    case 'note':
      return exact({ field, value: insideQuotes(rest) ?? rest });
    case 'value':
      return readValue(rest) ?? { sentence: problems.notAClass(rest) };
    case 'kind': {
      const kind = readKind(rest);
      return kind === undefined ? { sentence: problems.notAKind(rest) } : exact({ field, value: kind });
    }
    case 'automation': {
      const level = readAutomation(text) ?? readAutomation(rest);
      const value = level ?? (rest.toLowerCase() === 'planned' ? 'planned' : undefined);
      return value === undefined ? { sentence: problems.notAutomation(rest) } : exact({ field, value });
    }
    default:
      return readFigure(field, rest, context.calendar);
  }
}

/** What one part of a line says, the first part (the name) aside. A name that is known wins over words, words over names that are like it. */
export function readPart(text: string, line: LineSoFar, context: QuickContext): Reading {
  const to = /^(?:->|→)(.*)$/s.exec(text)?.[1];
  if (to !== undefined) return readTo(to, line, context);
  const place = readPlace(text, context);
  if (place !== null) return place;
  const value = readValue(text) ?? readWord(text);
  if (value !== null) return value;
  const loose = readLoose(text, context);
  if (loose?.rank === 0) {
    const { reading } = loose;
    const mayBePeople = line.isFirst && !line.hasRole && 'said' in reading;
    return (mayBePeople ? readPeople(text, reading.said) : null) ?? reading;
  }
  const labelled = readLabelled(text, context);
  if (labelled !== null) return labelled;
  const figure = readBareFigure(text, context.calendar);
  if (figure !== null) return figure;
  if (loose !== null) return loose.reading;
  if (isFigureWord(text) || holdsFigure(text)) return { sentence: problems.unknown(text) };
  return line.hasRole ? { sentence: problems.secondRole(text) } : readNewRole(text);
}

/** True where the first part of a line says something else than a name. */
export function isFieldLike(text: string, context: QuickContext): boolean {
  if (/^(?:->|→|<-|←|\|\|)/.test(text)) return true;
  const value = readValue(text);
  if (value !== null && 'said' in value) return true;
  const label = readLabel(text);
  if (label !== null && /^[-.,]?\d/.test(label.rest)) return true;
  const figure = readBareFigure(text, context.calendar);
  return figure !== null && 'said' in figure;
}
