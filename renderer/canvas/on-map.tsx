import { useStore } from '@xyflow/react';
import { type ReactNode, useMemo } from 'react';
import { createPortal } from 'react-dom';

/** What stands on the map and moves with it. React Flow's own portal looks its place up among all elements at every change of anything. */
export function OnMap(props: { children: ReactNode }): React.JSX.Element | null {
  const canvas = useStore((state) => state.domNode);
  const place = useMemo(() => canvas?.querySelector('.react-flow__viewport-portal') ?? null, [canvas]);
  return place && <>{createPortal(props.children, place)}</>;
}
