import { light } from '../../drawing/theme';
import type { FlowKind, NodeType, ValueClass } from '../../model/value-sets';
import { styleOf } from './mx-xml';

const text = { html: 0, whiteSpace: 'wrap', fontFamily: 'Inter, Segoe UI, Arial', fontColor: light.text };
const lean = (name: string): string => `mxgraph.lean_mapping.${name}`;

const classColours: Readonly<Record<ValueClass | 'none', readonly [fill: string, stroke: string]>> = {
  VA: [light.vaSoft, light.va],
  NNVA: [light.nnvaSoft, light.nnvaEdge],
  NVA: [light.nvaSoft, light.nva],
  none: [light.surface, light.borderStrong],
};

/** The stencil of a step has a band of this height on top, its figures stand in the lower part; the name is between them. Pixels. */
export const stepParts = { band: 15, figures: 51 } as const;

/** A step: the process box with its name; its figures stand below. */
export function stepStyle(value: ValueClass | undefined): string {
  const [fillColor, strokeColor] = classColours[value ?? 'none'];
  return styleOf({
    shape: lean('manufacturing_process'),
    ...text,
    fontSize: 11,
    fontStyle: 1,
    verticalAlign: 'middle',
    spacing: 0,
    spacingLeft: 4,
    spacingRight: 4,
    spacingTop: stepParts.band,
    spacingBottom: stepParts.figures,
    fillColor,
    strokeColor,
  });
}

/** The lower part of a step: its figures, one in each row of the box. */
export const dataStyle = styleOf({
  shape: lean('data_box'),
  ...text,
  fontSize: 8.5,
  align: 'left',
  verticalAlign: 'top',
  spacing: 0,
  spacingTop: -3,
  spacingLeft: 5,
  fillColor: light.surface,
  strokeColor: light.borderStrong,
  connectable: 0,
});

/** The triangle of items that wait. */
export const inventoryStyle = styleOf({
  shape: lean('inventory_box'),
  html: 0,
  fillColor: light.nnvaSoft,
  strokeColor: light.nnvaEdge,
  connectable: 0,
});

/** The band of a lane, behind everything. */
export const laneStyle = styleOf({
  swimlane: '',
  ...text,
  horizontal: 0,
  startSize: 24,
  rounded: 0,
  fontSize: 10,
  fontStyle: 1,
  fillColor: light.sunken,
  swimlaneFillColor: light.lane,
  strokeColor: light.border,
  collapsible: 0,
  connectable: 0,
});

/** The line of the time ladder, and the texts of times. */
export const ladderLineStyle = styleOf({
  html: 0,
  endArrow: 'none',
  rounded: 0,
  strokeColor: light.text,
  strokeWidth: 1.5,
});
export const timeTextStyle = styleOf({
  text: '',
  ...text,
  whiteSpace: 'nowrap',
  fontSize: 10,
  align: 'center',
  verticalAlign: 'middle',
  strokeColor: 'none',
  fillColor: 'none',
  connectable: 0,
});

const outside = {
  shape: lean('outside_sources'),
  ...text,
  fontSize: 11,
  fillColor: light.accentSoft,
  strokeColor: light.accent,
};
const bar = { ...text, fillColor: light.text, strokeColor: light.text, fontSize: 10 };

/** Everything on a map that is no step. */
export const nodeStyles: Readonly<Record<Exclude<NodeType, 'step'>, string>> = {
  start: styleOf(outside),
  end: styleOf(outside),
  decision: styleOf({
    rhombus: '',
    ...text,
    fontSize: 10,
    fillColor: light.surface,
    strokeColor: light.borderStrong,
  }),
  fork: styleOf(bar),
  join: styleOf(bar),
  control: styleOf({
    shape: lean('schedule'),
    ...text,
    fontSize: 11,
    fillColor: light.surface,
    strokeColor: light.borderStrong,
  }),
  note: styleOf({
    shape: 'note',
    ...text,
    size: 12,
    fontSize: 11,
    align: 'left',
    spacing: 6,
    fillColor: light.note,
    strokeColor: light.noteEdge,
  }),
  burst: styleOf({
    shape: lean('kaizen_lightening_burst'),
    ...text,
    fontSize: 10,
    fillColor: light.kaizen,
    strokeColor: light.kaizenEdge,
  }),
};

const kinds: Readonly<Record<FlowKind, Readonly<Record<string, string | number>>>> = {
  normal: { strokeColor: light.flow },
  escalation: { strokeColor: light.accent, strokeWidth: 2 },
  rework: { strokeColor: light.nva, dashed: 1 },
  iteration: { strokeColor: light.text3, dashed: 1 },
  information: { strokeColor: light.text3, shape: lean('electronic_info_flow_edge') },
};

/** Where an arrow leaves or reaches its box, 0..1 of its width and height. */
export interface Port {
  readonly x: number;
  readonly y: number;
}

/** A flow that leaves and reaches its boxes at these places. */
export function flowStyle(kind: FlowKind, exit: Port, entry: Port): string {
  return styleOf({
    edgeStyle: 'none',
    ...text,
    whiteSpace: 'nowrap',
    rounded: 1,
    fontSize: 10,
    labelBackgroundColor: light.surface,
    endArrow: 'block',
    endFill: 1,
    ...kinds[kind],
    exitX: exit.x,
    exitY: exit.y,
    exitDx: 0,
    exitDy: 0,
    entryX: entry.x,
    entryY: entry.y,
    entryDx: 0,
    entryDy: 0,
  });
}
