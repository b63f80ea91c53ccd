import { light } from '../../../shared/drawing/theme';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { describeFigure } from '../../../shared/figures/describe';
import type { FigureKey, SampledLeadTime } from '../../../shared/figures/types';
import { hoursPerWeek, workingDaysPerWeek } from '../../../shared/model/calendar';
import type { MapGraph } from '../../../shared/model/queries';
import { formatNumber } from '../../../shared/model/units-format';
import { arithmeticText } from '../../../shared/text/arithmetic';
import { figuresText } from '../../../shared/text/figures';
import { xlsxText } from '../../../shared/text/xlsx';
import { type Cell, fixed, formulaCell, numberCell, place, textCell } from './cells';
import { figureTerms, type FigureSources, inUnit, orUnknown, roleTerms } from './figure-terms';
import { Grid, type Sheet } from './sheet';
import type { Style } from './styles';

const words = xlsxText.figures;

const keys = Object.keys(figuresText.name) as readonly FigureKey[];

const shares: ReadonlySet<FigureKey> = new Set<FigureKey>([
  'activityRatio',
  'processCycleEfficiency',
  'rolledCompleteAccurate',
  'firstPassYield',
  'reworkEffortShare',
  'rolledPerStep',
]);
const personTimes: ReadonlySet<FigureKey> = new Set<FigureKey>(['effortPersonHours', 'consumerEffort']);
const counts: ReadonlySet<FigureKey> = new Set<FigureKey>(['handoffs', 'handoffsProvider']);
const money: ReadonlySet<FigureKey> = new Set<FigureKey>([
  'costPerItem',
  'costPerMonth',
  'delayCostPerMonth',
]);

function unitOf(key: FigureKey, graph: MapGraph): string {
  if (shares.has(key)) return words.units.share;
  if (personTimes.has(key)) return words.units.personHours;
  if (counts.has(key)) return words.units.times;
  if (money.has(key)) return graph.currency;
  if (key === 'wip') return words.units.items;
  return key === 'peopleNeeded' ? words.people : words.units.hours;
}

const styleOf = (key: FigureKey): Style => (shares.has(key) ? 'percent' : 'hours');

/** The row of headings of the figures. */
const headingRow = 4;

function figureRow(
  sources: FigureSources,
  key: FigureKey,
  term: ReturnType<typeof orUnknown> | null,
): Cell[] | null {
  const { graph } = sources;
  const figures = computeFigures(graph);
  const { value, lower, upper } = figures.figure[key];
  if (term === null && (value ?? lower ?? upper) === null) return null;
  const said = describeFigure(graph, figures, key);
  const style = styleOf(key);
  const shown = value === null ? null : inUnit(key, value);
  const cell =
    term === null
      ? shown === null
        ? textCell(said.value, 'faintEnd')
        : numberCell(shown, style)
      : formulaCell(term.code, term.value, style);
  const how =
    term === null
      ? said.missing === null
        ? words.fixed
        : words.fixedLacks(said.missing)
      : said.missing === null
        ? words.formula
        : words.lacks(said.missing);
  return [
    textCell(said.name, 'strong'),
    cell,
    textCell(unitOf(key, graph), 'faint'),
    textCell(said.value, 'faintEnd'),
    textCell(how, 'faint'),
    textCell(said.definition, 'faint'),
  ];
}

function sampledRows(sampled: SampledLeadTime | null): Cell[][] {
  if (sampled === null) return [];
  const how = words.sampled(formatNumber(sampled.runs));
  const row = (name: string, value: number, style: Style, unit: string): Cell[] => [
    textCell(name, 'strong'),
    numberCell(value, style),
    textCell(unit, 'faint'),
    textCell('', 'faint'),
    textCell(how, 'faint'),
    textCell('', 'faint'),
  ];
  const { p50, p85, p95, shareWithinTarget: within } = sampled;
  return [
    row(words.p50, p50 / 60, 'hours', words.units.hours),
    row(words.p85, p85 / 60, 'hours', words.units.hours),
    row(words.p95, p95 / 60, 'hours', words.units.hours),
    ...(within === null ? [] : [row(words.within, within, 'percent', words.units.share)]),
  ];
}

/** How long the working week of the map is, in words. */
function calendarWords({ calendar }: MapGraph): string {
  const [hours, days] = [hoursPerWeek(calendar), workingDaysPerWeek(calendar)];
  if (hours <= 0) return arithmeticText.basis.noCalendar;
  return hours >= 168
    ? arithmeticText.basis.allHours
    : arithmeticText.basis.working(formatNumber(hours), formatNumber(days));
}

function rolesTable(grid: Grid, sources: FigureSources, start: number): string | null {
  const roles = [...sources.graph.roles.values()];
  if (roles.length === 0) return null;
  grid.put(0, start, textCell(words.roles, 'section'));
  const headings = [words.role, words.work, '', words.capacity, words.utilisation];
  grid.putRow(
    start + 1,
    headings.map((heading, at) => textCell(heading, at === 0 ? 'heading' : 'headingEnd')),
  );
  roles.forEach(({ id, name }, at) => {
    const row = start + 2 + at;
    const { work, capacity, used, isLive } = roleTerms(sources, id, {
      work: fixed(1, row),
      capacity: fixed(3, row),
    });
    const told = orUnknown(used, words.unknown);
    const said = orUnknown(capacity, words.unknown);
    const hours = orUnknown(work, words.unknown);
    const nameAt = sources.roles.at(id, 'name');
    grid.putRow(row, [
      nameAt === null ? textCell(name, 'strong') : formulaCell(`${nameAt}&""`, name, 'strong'),
      formulaCell(hours.code, hours.value, 'hours'),
      textCell('', 'faint'),
      formulaCell(said.code, said.value, 'hours'),
      isLive || used.value === null
        ? formulaCell(told.code, told.value, 'percent')
        : numberCell(used.value, 'percent'),
    ]);
  });
  return `${place(4, start + 2)}:${place(4, start + 1 + roles.length)}`;
}

/** The figures of a map: formulas where these come to what the app computes, the numbers of the app elsewhere, and what stood there when the file was made. */
export function figuresSheet(
  name: string,
  title: string,
  sources: FigureSources,
  sampled: SampledLeadTime | null,
  day: string,
): Sheet {
  const { graph } = sources;
  const terms = figureTerms(sources);
  const grid = new Grid();
  grid.put(0, 1, textCell(title, 'title'));
  grid.put(0, 2, textCell(`${calendarWords(graph)} ${words.intro}`, 'note'));
  grid.putRow(headingRow, [
    textCell(words.figure, 'heading'),
    textCell(words.value, 'headingEnd'),
    textCell(words.unit, 'heading'),
    textCell(words.exported(day), 'headingEnd'),
    textCell(words.how, 'heading'),
    textCell(words.definition, 'heading'),
  ]);
  const rows = keys.flatMap((key) => {
    const term = terms.get(key);
    const row = figureRow(sources, key, term === undefined ? null : orUnknown(term, words.unknown));
    return row === null ? [] : [row];
  });
  const all = [...rows, ...sampledRows(sampled)];
  all.forEach((row, at) => grid.putRow(headingRow + 1 + at, row));
  const used = rolesTable(grid, sources, headingRow + all.length + 3);
  return {
    name,
    tab: light.accent,
    rows: grid.rows,
    widths: [32, 13, 13, 18, 28, 50],
    frozen: { rows: headingRow, columns: 1 },
    headingRow,
    filter: null,
    bars: used === null ? [] : [{ range: used, colour: light.va, whole: 1 }],
    chart: null,
    merged: ['A2:F2'],
  };
}
