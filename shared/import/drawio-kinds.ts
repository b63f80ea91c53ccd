import type { DrawioCell } from './drawio-cells';

/** What a cell of draw.io means for a value-stream map. */
export type DrawioKind =
  | 'step'
  | 'start'
  | 'end'
  | 'outside'
  | 'decision'
  | 'parallel'
  | 'event'
  | 'merge'
  | 'control'
  | 'note'
  | 'burst'
  | 'data'
  | 'inventory'
  | 'timeline'
  | 'timeline-line'
  | 'people'
  | 'connector'
  | 'lane'
  | 'frame'
  | 'document'
  | 'text'
  | 'ellipse'
  | 'picture'
  | 'unknown';

const lean: ReadonlyMap<string, DrawioKind> = new Map<string, DrawioKind>([
  ['manufacturing_process', 'step'],
  ['manufacturing_process_shared', 'step'],
  ['work_cell', 'step'],
  ['work_cell_2', 'step'],
  ['data_box', 'data'],
  ['inventory_box', 'inventory'],
  ['safety_buffer_stock', 'inventory'],
  ['buffer_stock', 'inventory'],
  ['supermarket', 'inventory'],
  ['timeline', 'timeline'],
  ['timeline2', 'timeline-line'],
  ['operator', 'people'],
  ['outside_sources', 'outside'],
  ['schedule', 'control'],
  ['production_control', 'control'],
  ['kaizen_lightening_burst', 'burst'],
  ['push_arrow', 'connector'],
  ['fifo_lane', 'connector'],
  ['fifo_sequence_flow', 'connector'],
  ['physical_pull', 'connector'],
  ['verbal', 'note'],
  ['quality_problem', 'note'],
  ['orders', 'note'],
]);

const boxes = [
  '',
  'label',
  'rect',
  'rectangle',
  'process',
  'ext',
  'hexagon',
  'step',
  'parallelogram',
  'card',
];

const flowchart: ReadonlyMap<string, DrawioKind> = new Map<string, DrawioKind>([
  ['decision', 'decision'],
  ['terminator', 'ellipse'],
  ['start_1', 'ellipse'],
  ['start_2', 'ellipse'],
  ['annotation_1', 'note'],
  ['annotation_2', 'note'],
  ['document', 'document'],
  ['document2', 'document'],
  ['multi-document', 'document'],
  ['parallel_mode', 'parallel'],
]);

function bpmnKind(cell: DrawioCell): DrawioKind {
  const kind = cell.shape.slice('mxgraph.bpmn.'.length);
  if (kind.startsWith('task')) return 'step';
  if (kind.startsWith('gateway')) {
    if (cell.style.get('gwType') === 'parallel') return 'parallel';
    return 'decision';
  }
  const outline = cell.style.get('outline') ?? '';
  if (outline === 'end') return 'end';
  if (outline === 'standard') return 'start';
  return kind === 'event' || kind === 'shape' ? 'event' : kind.includes('data') ? 'document' : 'unknown';
}

/** A thin bar without words inside. */
function isBar({ box, style, shape, label }: DrawioCell): boolean {
  const [short, long] = [Math.min(box.width, box.height), Math.max(box.width, box.height)];
  const isFilled = style.get('fillColor') === 'strokeColor' || shape === 'line' || label === '';
  return isFilled && short > 0 && short <= 12 && long >= short * 4 && (shape === '' || shape === 'line');
}

/** What a shape means by its style alone. */
export function kindOf(cell: DrawioCell): DrawioKind {
  const { shape, style } = cell;
  if (shape.startsWith('mxgraph.lean_mapping.'))
    return lean.get(shape.slice('mxgraph.lean_mapping.'.length)) ?? 'unknown';
  if (shape.startsWith('mxgraph.bpmn.')) return bpmnKind(cell);
  if (shape.startsWith('mxgraph.flowchart.'))
    return flowchart.get(shape.slice('mxgraph.flowchart.'.length)) ?? 'step';
  if (isBar(cell)) return 'parallel';
  if (shape === 'swimlane' || shape === 'table' || shape === 'tableRow') return 'lane';
  if (shape === 'rhombus') return 'decision';
  if (shape === 'startState') return 'start';
  if (shape === 'endState') return 'end';
  if (shape === 'ellipse' || shape === 'doubleEllipse') return 'ellipse';
  if (shape === 'text' || shape === 'edgeLabel') return 'text';
  if (shape === 'group') return 'frame';
  if (/^note\d?$|(?:^|\.)note(?:_|$)|callout/.test(shape)) return 'note';
  if (/^document$|folder|cylinder|datastore|internalStorage/i.test(shape)) return 'document';
  if (shape === 'message' || shape === 'image' || shape === 'line' || style.has('image')) return 'picture';
  if (style.get('container') === '1' || style.get('childLayout') !== undefined) return 'frame';
  return boxes.includes(shape) ? 'step' : 'unknown';
}

/** What the arrow carries: information where it is drawn as such. */
export function isInformation({ style, shape }: DrawioCell): boolean {
  return shape.includes('info_flow') || style.get('dashed') === '1';
}
