import { templates } from '../../shared/catalogue/templates/templates';
import { computeFigures } from '../../shared/figures/compute-figures';
import { nodeSizes } from '../../shared/layout/sizes';
import { layoutMap } from '../../shared/layout/layout-map';
import type { Box, FlowRoute } from '../../shared/layout/types';
import { graphOf, stepsOf } from '../../shared/model/queries';
import { formatDuration } from '../../shared/model/units-format';
import type { ValueClass } from '../../shared/model/value-sets';
import { newFromTemplate } from '../../shared/tables/new-from-template';
import styles from './start.module.css';

/** A template as the start screen shows it. */
export interface TemplateCard {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly steps: number;
  readonly leadTime: string;
  readonly bounds: Box;
  readonly boxes: readonly { box: Box; value: ValueClass | undefined; isStep: boolean }[];
  readonly routes: readonly { id: string; route: FlowRoute; isRework: boolean }[];
}

function cardOf(id: string, name: string, purpose: string): TemplateCard | null {
  let count = 0;
  const made = newFromTemplate(id, { makeId: () => `c${String((count += 1))}` });
  const graph = made && graphOf(made.project, made.mapId);
  if (!graph) return null;
  const layout = layoutMap(graph, { laneBy: 'role' });
  const leadTime = computeFigures(graph).figure.leadTimeExpected.value;
  return {
    id,
    name,
    purpose,
    steps: stepsOf(graph).length,
    leadTime: leadTime === null ? '' : formatDuration(leadTime),
    bounds: layout.bounds,
    boxes: graph.nodes.flatMap((node) => {
      const box = layout.boxes.get(node.id);
      return box ? [{ box, value: node.value, isStep: node.type === 'step' }] : [];
    }),
    routes: graph.flows.flatMap((flow) => {
      const route = layout.routes.get(flow.id);
      return route ? [{ id: flow.id, route, isRework: flow.kind === 'rework' }] : [];
    }),
  };
}

let cards: TemplateCard[] | null = null;

/** The templates with a small picture of each; made once. */
export function templateCards(): readonly TemplateCard[] {
  cards ??= templates.flatMap((template) => cardOf(template.id, template.name, template.purpose) ?? []);
  return cards;
}

const inks: Readonly<Record<ValueClass, string>> = {
  VA: 'var(--va)',
  NNVA: 'var(--nnva)',
  NVA: 'var(--nva)',
};

/** A small picture of a template: its boxes in the colours of their value classes, and its flows. */
export function TemplatePicture(props: { card: TemplateCard }): React.JSX.Element {
  const { bounds, boxes, routes } = props.card;
  const stroke = Math.max(2, bounds.width / 340);
  return (
    <svg
      className={styles.picture}
      viewBox={[bounds.x, bounds.y, bounds.width, bounds.height].map(String).join(' ')}
      aria-hidden="true"
    >
      {routes.map(({ id, route, isRework }) => (
        <path
          key={id}
          d={route.path}
          fill="none"
          stroke={isRework ? 'var(--nvaText)' : 'var(--borderStrong)'}
          strokeWidth={stroke}
          strokeDasharray={isRework ? `${String(stroke * 3)} ${String(stroke * 2)}` : undefined}
        />
      ))}
      {boxes.map(({ box, value, isStep }) => (
        <g key={`${String(box.x)} ${String(box.y)}`}>
          <rect
            x={box.x}
            y={box.y}
            width={box.width}
            height={box.height}
            rx={14}
            fill="var(--surface)"
            stroke="var(--borderStrong)"
            strokeWidth={stroke}
          />
          {isStep && (
            <rect
              x={box.x}
              y={box.y}
              width={nodeSizes.step.width * 0.16}
              height={box.height}
              rx={12}
              fill={value ? inks[value] : 'var(--waitBar)'}
            />
          )}
        </g>
      ))}
    </svg>
  );
}
