import { useEffect, useRef } from 'react';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import { useApp } from '../store';
import { FlowsInspector } from './flows-inspector';
import { FlowInspector } from './flow-inspector';
import { GroupInspector } from './group-inspector';
import styles from './inspector.module.css';
import { MapInspector } from './map-inspector';
import { NodeInspector } from './node-inspector';
import { StepInspector } from './step-inspector';

/** Gives the focus to a field by its name; false where it is not there. */
function focusField(area: HTMLElement | null, name: string): boolean {
  const named = CSS.escape(name);
  const field = area?.querySelector<HTMLElement>(
    `:is(input, textarea)[name="${named}"], [data-field="${named}"]`,
  );
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
  return field !== null && field !== undefined;
}

/** The fields of what is selected: steps, a flow, another node, or the stream and its map. */
export function Inspector(): React.JSX.Element {
  const derived = useDerived();
  const selection = useApp((state) => state.selection);
  const wanted = useApp((state) => state.focusField);
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted === null) return undefined;
    if (focusField(area.current, wanted)) {
      useApp.setState({ focusField: null });
      return undefined;
    }
    // A folded part opens first.
    const later = requestAnimationFrame(() => {
      focusField(area.current, wanted);
      useApp.setState({ focusField: null });
    });
    return () => cancelAnimationFrame(later);
  }, [wanted]);
  if (!derived) return <div />;
  const nodes = selection.flatMap((id) => derived.graph.node.get(id) ?? []);
  const flows = derived.graph.flows.filter((flow) => selection.includes(flow.id));
  const [node] = nodes;
  const group = derived.graph.groups.find((each) => each.id === selection[0]);
  const [flow] = flows;
  const steps = nodes.filter((each) => each.type === 'step');
  const isSteps = nodes.length > 0 && steps.length === nodes.length;
  return (
    <div className={styles.scroll} key={selection.join()} ref={area}>
      {group && selection.length === 1 ? (
        <GroupInspector id={group.id} derived={derived} />
      ) : isSteps && flows.length === 0 ? (
        <StepInspector nodes={nodes} derived={derived} />
      ) : nodes.length === 1 && node && flows.length === 0 ? (
        <NodeInspector node={node} derived={derived} />
      ) : flows.length === 1 && flow && nodes.length === 0 ? (
        <FlowInspector flow={flow} derived={derived} />
      ) : flows.length > 1 && nodes.length === 0 ? (
        <FlowsInspector flows={flows} />
      ) : selection.length > 1 && steps.length > 0 ? (
        <>
          <p className={styles.hint}>{en.inspectMany.stepsAmong(steps.length, selection.length)}</p>
          <StepInspector nodes={steps} derived={derived} />
        </>
      ) : selection.length > 1 ? (
        <p className={styles.hint}>{en.inspector.several(selection.length)}</p>
      ) : (
        <MapInspector derived={derived} />
      )}
    </div>
  );
}
