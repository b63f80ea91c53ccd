import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printQuickLine } from '../../../shared/capture/print-line';
import { quickContext } from '../../../shared/capture/quick-context';
import { parseQuickLine } from '../../../shared/capture/quick-line';
import { splitLine } from '../../../shared/capture/split-line';
import type { QuickContext } from '../../../shared/capture/types';
import { buildMap } from '../../helpers/build-map';

const { project, mapId } = buildMap((m) => {
  m.start('start', { name: 'Demand' });
  m.role('desk', { name: 'Service desk agent' });
  m.role('second', { name: 'L2' });
  m.step('log', { name: 'Log the call' });
  m.step('sort', { name: 'Triage', team: 'Night shift' });
  m.path('start', 'log', 'sort');
});

function contextHere(): QuickContext {
  const context = quickContext(project, mapId, 'sort');
  if (!context) throw new Error('no map');
  return context;
}
const context = contextHere();
const read = (line: string) => parseQuickLine(line, context);

const fragments = [
  'Ask',
  '10m',
  '5m/10m/30m',
  'wait 4h',
  'w 1:30',
  'lt 9h',
  '80%',
  '33.3333%',
  '70/80/90%',
  'share 12.5%',
  'x3',
  'x1.5',
  'VA',
  'NNVA legal',
  'NVA',
  'approval',
  'automated',
  'automation planned',
  'L1',
  'sda',
  'role "L 9"',
  'team Ops',
  'engage',
  'incident management',
  'im',
  '-> Triage 20% rework',
  '-> log',
  '-> Ask 3%',
  '<- log 30%',
  'after Triage',
  '||',
  'join log, Triage',
  'note a "b" c',
  '"a;b"',
  'é;',
  '""',
  '"',
  ';',
  '->',
  '1,500',
  '2e-7m',
  '0.1h',
  '3cd',
];
const lines = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ maxLength: 60 }),
  fc.array(fc.constantFrom(...fragments), { maxLength: 7 }).map((parts) => parts.join('; ')),
  fc.array(fc.constantFrom(...fragments), { maxLength: 7 }).map((parts) => ['Ask', ...parts].join(';')),
);

describe('any line at all', () => {
  it('is read without failing, and each part is understood or a problem', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const { parts, problems } = read(line);
        const spans = [...parts, ...problems].map(({ span }) => line.slice(span.from, span.to));
        const written = splitLine(line)
          .filter(({ text }) => text !== '')
          .map(({ text }) => text);
        const isNameless = problems.some(({ text }) => text === '');
        expect(spans.filter(Boolean).sort()).toEqual(written.sort());
        expect(problems.every(({ sentence }) => sentence.length > 5)).toBe(true);
        expect(isNameless || parts.length + problems.length === written.length).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('says the same when what was understood is written down and read again', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const { parts } = read(line);
        if (parts[0]?.said.field !== 'name') return;
        const again = read(printQuickLine(parts, context));
        expect(again.problems).toEqual([]);
        expect(again.parts.map((part) => part.said)).toEqual(parts.map((part) => part.said));
      }),
      { numRuns: 2000 },
    );
  });
});
