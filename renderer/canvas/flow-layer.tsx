import { memo } from 'react';
import type { Group } from '../../shared/drawing/display-list';
import type { FlowRoute } from '../../shared/layout/types';
import { type ClockMark, usePath } from '../arithmetic';
import { select, useApp } from '../store';
import styles from './canvas.module.css';
import { OnMap } from './on-map';
import { Symbol } from './symbol';
import { viewControl } from './viewport';

/** A flow as it is drawn: its route and its part of the display list. */
export interface FlowDrawing {
  readonly id: string;
  readonly route: FlowRoute;
  readonly drawing: Group;
  /** Label and queue, above the lines of all flows. */
  readonly marks: Group | null;
}

const OneFlow = memo(function OneFlow(props: {
  flow: FlowDrawing;
  isSelected: boolean;
  mark: ClockMark;
}): React.JSX.Element {
  const { flow, isSelected, mark } = props;
  return (
    <g data-flow-id={flow.id} data-selected={isSelected} data-clock={mark ?? undefined}>
      {mark === 'on' && <path d={flow.route.path} className={styles.flowOnClock} />}
      {isSelected && <path d={flow.route.path} className={styles.flowHalo} />}
      <Symbol group={flow.drawing} />
      <path
        d={flow.route.path}
        className={styles.flowHit}
        onClick={(event) => {
          event.stopPropagation();
          viewControl()?.focusCanvas();
          const { selection } = useApp.getState();
          select(event.shiftKey ? [...selection.filter((id) => id !== flow.id), flow.id] : [flow.id]);
        }}
      />
    </g>
  );
});

const Marks = memo(function Marks(props: { marks: Group; mark: ClockMark }): React.JSX.Element {
  return (
    <g data-clock={props.mark ?? undefined}>
      <Symbol group={props.marks} />
    </g>
  );
});

/** So many flows are compared at once: a drag changes a few of a thousand. */
const partSize = 40;

interface PartProps {
  readonly flows: readonly FlowDrawing[];
  readonly selection: readonly string[];
  readonly path: ReturnType<typeof usePath>;
}

const hasSameFlows = (one: PartProps, other: PartProps): boolean =>
  one.selection === other.selection &&
  one.path === other.path &&
  one.flows.length === other.flows.length &&
  one.flows.every((flow, at) => flow === other.flows[at]);

const markOf = (path: PartProps['path'], id: string): ClockMark =>
  path === null ? null : path.flows.has(id) ? 'on' : 'off';

const LinesPart = memo(
  ({ flows, selection, path }: PartProps): React.JSX.Element => (
    <>
      {flows.map((flow) => (
        <OneFlow
          key={flow.id}
          flow={flow}
          isSelected={selection.includes(flow.id)}
          mark={markOf(path, flow.id)}
        />
      ))}
    </>
  ),
  hasSameFlows,
);

const MarksPart = memo(
  ({ flows, path }: PartProps): React.JSX.Element => (
    <>
      {flows.map(
        (flow) => flow.marks && <Marks key={flow.id} marks={flow.marks} mark={markOf(path, flow.id)} />,
      )}
    </>
  ),
  hasSameFlows,
);

function partsOf(flows: readonly FlowDrawing[]): FlowDrawing[][] {
  return Array.from({ length: Math.ceil(flows.length / partSize) }, (_, at) =>
    flows.slice(at * partSize, (at + 1) * partSize),
  );
}

/** All flows of the map, under the nodes; they move with the canvas without being drawn again. */
export const FlowLayer = memo(function FlowLayer(props: {
  flows: readonly FlowDrawing[];
  selection: readonly string[];
}): React.JSX.Element {
  const path = usePath();
  const parts = partsOf(props.flows).map((flows) => ({ flows, selection: props.selection, path }));
  return (
    <OnMap>
      <svg className={styles.flows} aria-hidden="true">
        {parts.map((part, at) => (
          <LinesPart key={at} {...part} />
        ))}
        <g className={styles.marks}>
          {parts.map((part, at) => (
            <MarksPart key={at} {...part} />
          ))}
        </g>
      </svg>
    </OnMap>
  );
});
