import { memo, useEffect, useState } from 'react';
import type { StreamTemplate } from '../../shared/catalogue/templates/template-type';
import { templates } from '../../shared/catalogue/templates/templates';
import { computeFigures } from '../../shared/figures/compute-figures';
import { nodeSizes } from '../../shared/layout/sizes';
import { layoutMap } from '../../shared/layout/layout-map';
import type { Box, FlowRoute } from '../../shared/layout/types';
import { graphOf, stepsOf } from '../../shared/model/queries';
import { formatDuration } from '../../shared/model/units-format';
import type { ValueClass } from '../../shared/model/value-sets';
import { newFromTemplate } from '../../shared/tables/new-from-template';
import { en } from '../../shared/text/en';
import { startFromTemplate } from '../document/import';
import styles from './start.module.css';

/** What a card tells of its template beside the words: a small picture and two facts. */
interface Sketch {
  readonly steps: number;
  readonly leadTime: string;
  readonly bounds: Box;
  readonly boxes: readonly { box: Box; value: ValueClass | undefined; isStep: boolean }[];
  readonly routes: readonly { id: string; route: FlowRoute; isRework: boolean }[];
}

function sketchOf(id: string): Sketch | null {
  let count = 0;
  const made = newFromTemplate(id, { makeId: () => `c${String((count += 1))}` });
  const graph = made && graphOf(made.project, made.mapId);
  if (!graph) return null;
  const layout = layoutMap(graph, { laneBy: 'role' });
  const leadTime = computeFigures(graph).figure.leadTimeExpected.value;
  return {
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

const sketches = new Map<string, Sketch | null>();

/** The sketches that are there by now. They are made one at a time while nobody waits, so that the screen stands and answers at once. */
function useSketches(): ReadonlyMap<string, Sketch | null> {
  const [ready, setReady] = useState<ReadonlyMap<string, Sketch | null>>(() => new Map(sketches));
  useEffect(() => {
    const next = templates.find(({ id }) => !ready.has(id));
    if (!next) return undefined;
    const handle = requestIdleCallback(() => {
      sketches.set(next.id, sketches.get(next.id) ?? sketchOf(next.id));
      setReady(new Map(sketches));
    });
    return () => cancelIdleCallback(handle);
  }, [ready]);
  return ready;
}

const inks: Readonly<Record<ValueClass, string>> = {
  VA: 'var(--va)',
  NNVA: 'var(--nnva)',
  NVA: 'var(--nva)',
};

/** A small picture of a template: its boxes in the colours of their value classes, and its flows. */
function Picture(props: { sketch: Sketch }): React.JSX.Element {
  const { bounds, boxes, routes } = props.sketch;
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

const Card = memo(function Card(props: {
  template: StreamTemplate;
  sketch: Sketch | null;
}): React.JSX.Element {
  const { template, sketch } = props;
  return (
    <button
      type="button"
      className={styles.template}
      data-template={template.id}
      onClick={() => startFromTemplate(template.id)}
    >
      {sketch ? <Picture sketch={sketch} /> : <span className={styles.picture} />}
      <span className={styles.templateText}>
        <strong>{template.name}</strong>
        <span className={styles.hint}>{template.purpose}</span>
        <span className={styles.facts}>
          {sketch ? en.start.templateFacts(sketch.steps, sketch.leadTime) : '\u00a0'}
        </span>
      </span>
    </button>
  );
});

/** A card for each template: pressed, it starts a stream from it. */
export function TemplateCards(): React.JSX.Element {
  const ready = useSketches();
  return (
    <div className={styles.templates}>
      {templates.map((template) => (
        <Card key={template.id} template={template} sketch={ready.get(template.id) ?? null} />
      ))}
    </div>
  );
}
