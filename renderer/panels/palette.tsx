import { useState } from 'react';
import { searchByName } from '../../shared/catalogue/packs';
import type { FrameworkPack } from '../../shared/catalogue/types';
import { iconNode } from '../../shared/drawing/icons';
import { en } from '../../shared/text/en';
import type { ElementKind } from '../app-state';
import { derivedNow } from '../derive';
import { useApp } from '../store';
import { Icon } from '../ui/icon';
import { SearchField } from '../ui/search-field';
import { useToolbar } from '../ui/use-toolbar';
import { ElementGlyph } from './element-glyph';
import styles from './palette.module.css';
import { SimplePalette } from './simple-palette';
import { PaletteDragGhost, usePaletteDrag } from './palette-drag';
import { type Grab, PaletteGroup, PracticeButton, useUsedPractices } from './palette-parts';

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

function Activities(props: { pack: FrameworkPack; filter: string; grab: Grab }): React.JSX.Element | null {
  const found = searchByName(props.pack.activities, props.filter);
  if (found.length === 0) return null;
  return (
    <PaletteGroup title={en.canvas.activities} count={found.length}>
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
    </PaletteGroup>
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
    <PaletteGroup title={en.canvas.elements} count={found.length}>
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
    </PaletteGroup>
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
    <PaletteGroup title={en.canvas.practices} count={found.length}>
      {props.pack.practiceCategories.map((category) => {
        const inside = found.filter((practice) => practice.category === category.id);
        if (inside.length === 0) return null;
        return (
          <PaletteGroup key={category.id} title={category.name} count={inside.length} isInner>
            {inside.map((practice) => (
              <PracticeButton
                key={practice.id}
                practice={practice}
                used={props.used.get(practice.id) ?? 0}
                grab={props.grab}
              />
            ))}
          </PaletteGroup>
        );
      })}
    </PaletteGroup>
  );
}

/** Everything that can be put on the canvas; in the simple mode five symbols. */
export function Palette(): React.JSX.Element {
  return useApp((state) => state.preferences.isSimple) ? <SimplePalette /> : <FullPalette />;
}

function FullPalette(): React.JSX.Element {
  const pack = useApp(() => derivedNow()?.pack);
  const used = useUsedPractices();
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
        className={styles.search}
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
