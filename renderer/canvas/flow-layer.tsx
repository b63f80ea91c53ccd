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

/** All flows of the map, under the nodes; they move with the canvas without being drawn again. */
export const FlowLayer = memo(function FlowLayer(props: {
  flows: readonly FlowDrawing[];
  selection: readonly string[];
}): React.JSX.Element {
  const path = usePath();
  const markOf = (id: string): ClockMark => (path === null ? null : path.flows.has(id) ? 'on' : 'off');
  return (
    <OnMap>
      <svg className={styles.flows} aria-hidden="true">
        {props.flows.map((flow) => (
          <OneFlow
            key={flow.id}
            flow={flow}
            isSelected={props.selection.includes(flow.id)}
            mark={markOf(flow.id)}
          />
        ))}
        <g className={styles.marks}>
          {props.flows.map(
            (flow) => flow.marks && <Marks key={flow.id} marks={flow.marks} mark={markOf(flow.id)} />,
          )}
        </g>
      </svg>
    </OnMap>
  );
});
