import { drawingOf } from '../../shared/export/content';
import { exportWish } from './export-wish';
import type { DisplayList } from '../../shared/drawing/display-list';
import { graphOf } from '../../shared/model/queries';
import type { ChartBlock, PictureBlock, Report, TableBlock } from '../../shared/report/types';
import { mockProject } from '../shared/drawing/mock-map';

/** Names that a careless writer breaks: markup, quotes, line ends, formulas, scripts of many alphabets. */
export const hardTexts = [
  `Fish & chips <b>"rush"</b> 'n' more`,
  '=HYPERLINK("x","y")',
  '+1 @home -2',
  'Ärger über Größe, naïve façade, Łódź',
  'Αίτημα επείγον',
  'Заявка срочная',
  '申請を承認する',
  'Call 📞 the desk 🛠️',
  'One\ttab and\na line end',
  '| pipe | and `code` and [link](javascript:alert(1))',
] as const;

const mapDrawing = drawingOf(mockProject, exportWish('svg', { lanes: 'team', today: '2026-11-21' }));

const links = Object.fromEntries(
  (graphOf(mockProject, 'map')?.flows ?? []).map(({ id, from, to }) => [id, { from, to }]),
);

/** The drawing of a map with its steps as groups and the flows between them. */
export const samplePicture: PictureBlock = {
  kind: 'picture',
  id: 'map-current',
  drawing: mapDrawing,
  alt: mapDrawing.description,
  caption: 'The stream as it is, observed on 3 March 2026',
  links,
};

const barDrawing: DisplayList = {
  width: 400,
  height: 120,
  title: 'Where the time goes',
  description: 'Approval 20 hours, Triage 5 hours',
  items: [
    { kind: 'rect', x: 0, y: 10, width: 400, height: 40, fill: 'nva' },
    { kind: 'rect', x: 0, y: 60, width: 100, height: 40, fill: 'va' },
    { kind: 'text', x: 8, y: 36, text: 'Approval', size: 13, weight: 500, ink: 'text' },
  ],
};

/** A Pareto chart: bars in hours, the cumulative share on a second axis, and one unknown value. */
export const sampleChart: ChartBlock = {
  kind: 'chart',
  id: 'pareto',
  title: 'Where the time goes',
  alt: 'Approval 20 hours, Triage 5 hours, Close unknown',
  categories: ['Approval & review', 'Triage', 'Close'],
  series: [
    { name: 'Hours', values: [20, 5, null], as: 'bar', axis: 'first' },
    { name: 'Share', values: [0.8, 1, null], as: 'line', axis: 'second' },
  ],
  isStacked: false,
  unit: 'hours',
  drawing: barDrawing,
};

/** A table of `rows` rows; the first ones hold the hard texts. */
export const sampleTable = (rows: number): TableBlock => ({
  kind: 'table',
  caption: 'Steps',
  columns: [
    { title: 'Step', share: 0.5 },
    { title: 'Process time', share: 0.2, align: 'end' },
    { title: 'Remark', share: 0.3 },
  ],
  rows: Array.from({ length: rows }, (_, index) => [
    { text: hardTexts[index] ?? `Step ${index + 1}`, isStrong: index === 0 },
    { text: `${index + 1}h` },
    index % 2 === 0 ? { text: 'Waits for approval', tone: 'bad' } : { text: '' },
  ]),
});

const longParagraph =
  'A request waits for two approvals that hardly ever refuse. '.repeat(12) +
  hardTexts.slice(3, 8).join(' · ');

/** A report with each kind of block, texts that break careless writers, and a table longer than a page. */
export const sampleReport: Report = {
  title: `Access requests & "joiners"`,
  subtitle: 'How a request for access travels, and what could be better',
  language: 'en',
  date: '2026-11-21',
  sections: [
    {
      name: 'cover',
      title: 'Summary',
      blocks: [
        {
          kind: 'tiles',
          tiles: [
            { name: 'Lead time', value: '47h 30m', detail: '26h 04m on one pass', tone: 'bad' },
            { name: 'Process time', value: '3h 10m', detail: '7 % of the lead time' },
            { name: 'First pass yield', value: '61 %', detail: 'of items need no rework', tone: 'warning' },
          ],
        },
        { kind: 'paragraph', text: 'Most of the time is waiting.', tone: 'lead' },
      ],
    },
    {
      name: 'current',
      title: 'Current state',
      blocks: [samplePicture, { kind: 'heading', level: 2, text: 'Steps' }, sampleTable(70)],
    },
    {
      name: 'figures',
      title: 'Figures',
      blocks: [sampleChart, { kind: 'paragraph', text: longParagraph }],
    },
    {
      name: 'findings',
      title: 'Findings',
      blocks: [
        { kind: 'heading', level: 2, text: 'Waste: waiting' },
        { kind: 'heading', level: 3, text: 'Long queue before Approval' },
        { kind: 'list', items: hardTexts },
        { kind: 'list', items: ['Agree who decides', 'Decide once'], isNumbered: true },
      ],
    },
  ],
};
