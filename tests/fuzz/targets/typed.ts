import { quickContext } from '../../../shared/capture/quick-context';
import { printQuickLine } from '../../../shared/capture/print-line';
import { parseQuickLine } from '../../../shared/capture/quick-line';
import { quickSteps } from '../../../shared/capture/quick-lines';
import { readNoteLine } from '../../../shared/capture/note-line';
import { searchNames } from '../../../shared/capture/search-names';
import { openHistory, run, undo } from '../../../shared/commands/history';
import { isDeepStrictEqual } from 'node:util';
import { officeHours, roundTheClock } from '../../../shared/model/calendar';
import { parseDuration, parseDurationQuantity } from '../../../shared/model/units-durations';
import { parseAmountQuantity, type Parsed, parsePeopleQuantity } from '../../../shared/model/units-numbers';
import { parseShareQuantity } from '../../../shared/model/units-shares';
import { quantitySchema } from '../../../shared/model/quantity';
import { buildMap } from '../../helpers/build-map';
import { checkProject, checkSentence, must } from '../check-project';
import type { FuzzTarget } from '../engine';
import { amounts, hostile } from '../words';

const { project, mapId } = buildMap((m) => {
  m.start('start', { name: 'Demand' });
  m.role('desk', { name: 'Service desk agent' });
  m.step('log', { name: 'Log the call', role: 'desk' });
  m.step('sort', { name: 'Triage; or not', team: 'Night shift' });
  m.end('end', { name: 'Value' });
  m.path('start', 'log', 'sort', 'end');
});
const before = structuredClone(project);
const textOf = (input: Uint8Array): string => Buffer.from(input).toString('utf8');

const lineWords = [
  'wait 4h',
  'lt 9h',
  'share 12.5%',
  'x3',
  'VA',
  'NNVA legal',
  'approval',
  'automated',
  'role "L 9"',
  'team Ops',
  'engage',
  'incident management',
  '-> Triage 20% rework',
  '<- log 30%',
  'after Triage',
  '||',
  'join log, Triage',
  'note a "b" c',
  '"a;b"',
  '#Waste ',
  ' @Triage',
  ' -- Ann',
  ...amounts,
  ...hostile,
];

/** Lines of quick entry, and of notes in a workshop. */
export const quickLine: FuzzTarget = {
  name: 'quick-line',
  shape: 'lines',
  words: lineWords,
  check(input, isDeep) {
    const text = textOf(input);
    const [line = ''] = text.split('\n');
    const context = quickContext(project, mapId, 'sort');
    must(context !== null, 'the map is gone');
    const read = parseQuickLine(line, context);
    for (const { sentence } of read.problems) checkSentence(sentence);
    if (read.problems.length === 0 && read.parts.length > 0) {
      const said = read.parts.map((part) => part.said);
      const again = parseQuickLine(printQuickLine(read.parts, context), context);
      must(
        isDeepStrictEqual(
          again.parts.map((part) => part.said),
          said,
        ),
        'a line that is printed says something else',
      );
    }
    readNoteLine(line, {
      groups: [{ id: 'g', name: 'Waste' }],
      steps: [...context.nodes].map(({ id, name }) => ({ id, name })),
    });
    searchNames([...context.nodes], line);
    if (isDeep) checkSteps(text);
  },
};

function checkSteps(text: string): void {
  let count = 0;
  const made = quickSteps(
    text,
    { project, mapId, after: 'sort', keepsRest: true },
    () => `new-${(count += 1)}`,
  );
  if ('sentences' in made) return made.sentences.forEach(checkSentence);
  const done = run(openHistory(project), made.command);
  if (done.kind === 'refused') return checkSentence(done.sentence);
  checkProject(done.history.project, true);
  must(isDeepStrictEqual(undo(done.history).project, before), 'undoing typed steps leaves something behind');
}

function checkParsed(read: Parsed<unknown>, most: number): void {
  if (!read.ok) return checkSentence(read.reason);
  checkSentence(read.reading);
  const quantity = typeof read.value === 'number' ? { likely: read.value } : read.value;
  const checked = quantitySchema.safeParse(quantity);
  must(checked.success, 'an amount is not valid');
  must((checked.data.high ?? checked.data.likely) <= most, 'an amount is larger than anything on a map');
}

/** Durations, shares and amounts as people type them. */
export const amountText: FuzzTarget = {
  name: 'amounts',
  shape: 'lines',
  words: [
    ...amounts,
    'h',
    'm',
    'cd',
    'weeks',
    'working days',
    '/',
    '-',
    ' to ',
    '..',
    ',',
    '.',
    'e',
    'P',
    'T',
    '%',
    'pct',
    ' ',
  ],
  check(input) {
    const text = textOf(input);
    const century = 100 * 366 * 24 * 60;
    for (const calendar of [officeHours, roundTheClock])
      for (const bareNumber of ['minutes', 'error'] as const) {
        checkParsed(parseDuration(text, calendar, { bareNumber }), century);
        checkParsed(parseDurationQuantity(text, calendar, { bareNumber }), century);
      }
    for (const bareNumber of ['percent', 'error'] as const)
      checkParsed(parseShareQuantity(text, { bareNumber }), 1);
    checkParsed(parseAmountQuantity(text), 1e9);
    checkParsed(parsePeopleQuantity(text), 1e9);
  },
};
