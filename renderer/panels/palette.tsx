import { ChevronDown, GripVertical } from 'lucide';
import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { searchByName } from '../../shared/catalogue/packs';
import type { FrameworkPack } from '../../shared/catalogue/types';
import { iconNode } from '../../shared/drawing/icons';
import { en } from '../../shared/text/en';
import { type Derived, derivedNow } from '../derive';
import type { ElementKind, PaletteItem } from '../app-state';
import { useApp } from '../store';
import { Icon } from '../ui/icon';
import { SearchField } from '../ui/search-field';
import { useToolbar } from '../ui/use-toolbar';
import { ElementGlyph } from './element-glyph';
import styles from './palette.module.css';
import { SimplePalette } from './simple-palette';
import { PaletteDragGhost, usePaletteDrag } from './palette-drag';

const elements: readonly ElementKind[] = [
  'queue',
  'start',
  'end',
  'burst',
  'note',
  'decision',
  'fork',
  'join',
  'control',
];

/** The buttons of the palette: drag, click and click again, or Enter. */
type Grab = (item: PaletteItem, name: string) => React.ButtonHTMLAttributes<HTMLButtonElement>;

function Activities(props: { pack: FrameworkPack; filter: string; grab: Grab }): React.JSX.Element | null {
  const found = searchByName(props.pack.activities, props.filter);
  if (found.length === 0) return null;
  return (
    <Group title={en.canvas.activities} count={found.length}>
      <div className={styles.activities}>
        {found.map((activity) => (
          <button
            key={activity.id}
            type="button"
            className={styles.activity}
            data-item={activity.id}
            title={activity.purpose}
            style={{ '--activity': `var(--${activity.ink})` } as React.CSSProperties}
            {...props.grab({ kind: 'activity', id: activity.id }, activity.name)}
          >
            <span className={styles.activityIcon}>
              <Icon of={iconNode(activity.icon)} size={15} weight={1.9} />
            </span>
            <span>{breakable(activity.name)}</span>
          </button>
        ))}
      </div>
    </Group>
  );
}

/** Lets a name break after a slash. */
function breakable(name: string): string {
  return name.replaceAll('/', '/\u200b');
}

function Elements(props: { filter: string; grab: Grab }): React.JSX.Element | null {
  const wanted = props.filter.trim().toLowerCase();
  const found = elements.filter((kind) => en.canvas.element[kind].toLowerCase().includes(wanted));
  if (found.length === 0) return null;
  return (
    <Group title={en.canvas.elements} count={found.length}>
      <div className={styles.elements}>
        {found.map((kind) => (
          <button
            key={kind}
            type="button"
            className={styles.element}
            data-item={kind}
            title={en.canvas.elementHints[kind]}
            {...props.grab({ kind: 'element', id: kind }, en.canvas.element[kind])}
          >
            <ElementGlyph of={kind} />
            {en.canvas.element[kind]}
          </button>
        ))}
      </div>
    </Group>
  );
}

function Practices(props: {
  pack: FrameworkPack;
  filter: string;
  grab: Grab;
  used: ReadonlyMap<string, number>;
}): React.JSX.Element | null {
  const found = searchByName(props.pack.practices, props.filter);
  if (found.length === 0) return null;
  return (
    <Group title={en.canvas.practices} count={found.length}>
      {props.pack.practiceCategories.map((category) => {
        const inside = found.filter((practice) => practice.category === category.id);
        if (inside.length === 0) return null;
        return (
          <Group key={category.id} title={category.name} count={inside.length} isInner>
            {inside.map((practice) => {
              const count = props.used.get(practice.id) ?? 0;
              return (
                <button
                  key={practice.id}
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
                  {count > 0 && (
                    <span className={styles.used} title={en.canvas.usedTimesLabel(count)}>
                      {en.canvas.usedTimes(count)}
                    </span>
                  )}
                </button>
              );
            })}
          </Group>
        );
      })}
    </Group>
  );
}

function Group(props: {
  title: string;
  count: number;
  isInner?: boolean;
  children: React.ReactNode;
}): React.JSX.Element {
  return (
    <details open className={props.isInner === true ? styles.inner : styles.group}>
      <summary className={styles.groupHead}>
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

function usedPractices(derived: Derived | null): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  for (const node of derived?.graph.nodes ?? []) {
    for (const id of Object.keys(node.practices ?? {})) used.set(id, (used.get(id) ?? 0) + 1);
  }
  return used;
}

/** Everything that can be put on the canvas; in the simple mode five symbols. */
export function Palette(): React.JSX.Element {
  return useApp((state) => state.preferences.isSimple) ? <SimplePalette /> : <FullPalette />;
}

function FullPalette(): React.JSX.Element {
  const pack = useApp(() => derivedNow()?.pack);
  // An edit that uses no other practice leaves the long list as it is.
  const used = useApp(useShallow(() => usedPractices(derivedNow())));
  const [filter, setFilter] = useState('');
  const toolbar = useToolbar('all');
  const { grab, ghost } = usePaletteDrag();
  if (!pack) return <div />;
  const count = pack.activities.length + elements.length + pack.practices.length;
  const parts = [
    <Activities key="activities" pack={pack} filter={filter} grab={grab} />,
    <Elements key="elements" filter={filter} grab={grab} />,
    <Practices key="practices" pack={pack} filter={filter} grab={grab} used={used} />,
  ];
  const isNothing =
    searchByName(pack.activities, filter).length + searchByName(pack.practices, filter).length === 0 &&
    !elements.some((kind) => en.canvas.element[kind].toLowerCase().includes(filter.trim().toLowerCase()));
  return (
    <div className={styles.palette}>
      <SearchField
        label={en.canvas.filterLabel}
        placeholder={en.canvas.filter(count)}
        value={filter}
        onChange={setFilter}
      />
      <div
        className={styles.scroll}
        {...toolbar}
        aria-label={en.canvas.palette}
        aria-description={en.canvas.dragHint}
      >
        {parts}
        {isNothing && <p className={styles.nothing}>{en.canvas.nothingFound(filter)}</p>}
      </div>
      {ghost && <PaletteDragGhost ghost={ghost} />}
    </div>
  );
}
