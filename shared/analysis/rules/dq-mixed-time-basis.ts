import { type Calendar, hoursPerDay, hoursPerWeek, workingDaysPerWeek } from '../../model/calendar';
import { formatNumber } from '../../model/units-format';
import { nameList } from '../../text/name-list';
import { dataQualityText } from '../../text/rules-data-quality';
import type { StepFacts } from '../facts-steps';
import { convertBasis } from '../fixes/fields';
import { atLeast, leastTrust } from '../measure';
import { defineRule } from '../rule';
import { roundTime } from '../wording';

const text = dataQualityText['dq-mixed-time-basis'];

const minutesPerDay = 24 * 60;

const isMultiple = (value: number, of: number): boolean => {
  const times = value / of;
  return Math.abs(times - Math.round(times)) < 1e-9;
};

/** True where a wait reads like whole days of the clock on the wall, although the calendar has shorter ones. */
function looksLikeDays({ wait, hasOwnCalendar }: StepFacts, calendar: Calendar, least: number): boolean {
  if (wait === null || hasOwnCalendar || !atLeast(wait.likely, least * 60)) return false;
  const isDays = [wait.low, wait.likely, wait.high].every((each) => isMultiple(each, minutesPerDay));
  return isDays && !isMultiple(wait.likely, hoursPerWeek(calendar) * 60);
}

/** What the steps would save per item if their waits were calendar time, minutes; null where visits are unknown. */
function surplus(steps: readonly StepFacts[], calendar: Calendar): number | null {
  const part = (hoursPerDay(calendar) / 24) * (workingDaysPerWeek(calendar) / 7);
  return steps.reduce<number | null>((sum, { movesClock, visits, wait }) => {
    if (!movesClock || wait === null) return sum;
    return sum === null || visits === null ? null : sum + visits * wait.mean * (1 - part);
  }, 0);
}

/** Calendar days on a map of working hours. */
export const mixedTimeBasis = defineRule({
  ...text,
  id: 'dq-mixed-time-basis',
  category: 'data-quality',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 2,
  needs: ['wait'],
  principles: ['start-where-you-are'],
  wastes: [],
  dimensions: ['information-technology'],
  options: {
    least: { label: text.options.least, unit: 'hours', default: 48, min: 24, max: 720 },
    many: { label: text.options.many, unit: 'count', default: 2, min: 1, max: 50 },
  },
  evidence: { waits: 'count', first: 'minutes', names: 'text' },
  check: ({ map, steps }, options, report) => {
    const { calendar } = map;
    const hours = hoursPerDay(calendar);
    if (hours === 0 || atLeast(hours, 24)) return;
    const odd = steps.filter((step) => looksLikeDays(step, calendar, options.least));
    const [first] = odd;
    for (const { id, wait } of steps) if (wait === null) report.gap(id, 'wait');
    if (first?.wait == null) return;
    report.finding({
      about: [map.id],
      involves: odd.map((step) => step.id),
      severity: atLeast(odd.length, options.many) ? 'medium' : 'low',
      trust: leastTrust(odd.map((step) => step.wait)),
      impact: { leadTime: surplus(odd, calendar) },
      evidence: {
        waits: odd.length,
        first: first.wait.likely,
        names: nameList(odd.map((step) => step.name)),
      },
    });
  },
  say: (e) =>
    text.say({
      waits: e.waits,
      first: roundTime(e.first),
      days: formatNumber(e.first / minutesPerDay),
      names: e.names,
    }),
  suggest: [{ kind: 'correct', label: text.convert, command: convertBasis() }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Two days of 24 h and a week of seven of them',
        steps: { order: { wait: 2880 }, deliver: { wait: 10_080 }, check: { wait: 60 } },
        finds: ['map'],
      },
      {
        title: 'A single wait of 48 h',
        steps: { order: { wait: 2880 }, check: { wait: 30 } },
        finds: ['map'],
      },
    ],
    clean: [
      { title: '24 h are three working days', steps: { order: { wait: 1440 }, check: { wait: 60 } } },
      { title: '120 h are three working weeks', steps: { order: { wait: 7200 }, check: { wait: 60 } } },
      {
        title: 'Round the clock, two days are 48 h',
        steps: { order: { wait: 2880 }, check: { wait: 10_080 } },
        calendar: {
          kind: '24x7',
          hours: [24, 24, 24, 24, 24, 24, 24],
          holidays: {},
          timeZone: 'UTC',
        },
      },
    ],
  },
});
