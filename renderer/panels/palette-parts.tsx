import { ChevronDown, GripVertical } from 'lucide';
import { useShallow } from 'zustand/react/shallow';
import type { Practice } from '../../shared/catalogue/types';
import { en } from '../../shared/text/en';
import type { PaletteItem } from '../app-state';
import { derivedNow } from '../derive';
import { useApp } from '../store';
import { Icon } from '../ui/icon';
import styles from './palette-parts.module.css';

/** What makes a button of the palette work: drag, click and click again, or Enter. */
export type Grab<Item = PaletteItem> = (
  item: Item,
  name: string,
) => React.ButtonHTMLAttributes<HTMLButtonElement>;

function usedNow(): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  for (const node of derivedNow()?.graph.nodes ?? [])
    for (const id of Object.keys(node.practices ?? {})) used.set(id, (used.get(id) ?? 0) + 1);
  return used;
}

/** How many steps of the shown map use each practice; an edit that uses no other practice gives the same map again. */
export function useUsedPractices(): ReadonlyMap<string, number> {
  return useApp(useShallow(usedNow));
}

/** A part of the palette under its name, which folds it. */
export function PaletteGroup(props: {
  title: string;
  count: number;
  isInner?: boolean;
  children: React.ReactNode;
}): React.JSX.Element {
  return (
    <details open className={props.isInner === true ? styles.inner : undefined}>
      <summary className={styles.head}>
        <span className={styles.chevron}>
          <Icon of={ChevronDown} size={12} weight={2.25} />
        </span>
        {props.title}
        <span className={styles.count}>{props.count}</span>
      </summary>
      {props.children}
    </details>
  );
}

/** A practice that can be put on the map, with the number of steps that use it. */
export function PracticeButton(props: { practice: Practice; used: number; grab: Grab }): React.JSX.Element {
  const { practice, used } = props;
  return (
    <button
      type="button"
      className={styles.practice}
      data-item={practice.id}
      title={practice.purpose}
      {...props.grab({ kind: 'practice', id: practice.id }, practice.name)}
    >
      <span className={styles.grip}>
        <Icon of={GripVertical} size={12} weight={2} />
      </span>
      <span className={styles.practiceName}>{practice.name}</span>
      {used > 0 && (
        <span className={styles.used} title={en.canvas.usedTimesLabel(used)}>
          {en.canvas.usedTimes(used)}
        </span>
      )}
    </button>
  );
}
