import { ChevronDown, GripVertical, Info } from 'lucide';
import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { fragments } from '../../../shared/catalogue/itil4/fragments/fragments';
import { searchByName } from '../../../shared/catalogue/packs';
import type { Fragment } from '../../../shared/catalogue/itil4/fragments/fragment-type';
import type { FrameworkPack, Practice } from '../../../shared/catalogue/types';
import { en } from '../../../shared/text/en';
import { placeFragment, placeFragmentByKey } from '../../canvas/place-fragment';
import { derivedNow } from '../../derive';
import { PaletteDragGhost, useDragOut, usePaletteDrag } from '../../panels/palette-drag';
import { useApp } from '../../store';
import { Icon } from '../../ui/icon';
import { SearchField } from '../../ui/search-field';
import { useToolbar } from '../../ui/use-toolbar';
import { FragmentPicture } from './fragment-picture';
import styles from './library.module.css';

const words = en.library;

/** How many steps of the shown map use each practice. */
function usedNow(): Record<string, number> {
  const used: Record<string, number> = {};
  for (const node of derivedNow()?.graph.nodes ?? [])
    for (const id of Object.keys(node.practices ?? {})) used[id] = (used[id] ?? 0) + 1;
  return used;
}

function Group(props: { title: string; count: number; children: React.ReactNode }): React.JSX.Element {
  return (
    <details open className={styles.group}>
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

type Grab<Item> = (item: Item, name: string) => React.ButtonHTMLAttributes<HTMLButtonElement>;

function FragmentCard(props: { fragment: Fragment; grab: Grab<string> }): React.JSX.Element {
  const { fragment } = props;
  return (
    <button
      type="button"
      className={styles.fragment}
      data-fragment={fragment.id}
      title={fragment.fits}
      {...props.grab(fragment.id, fragment.name)}
    >
      <span className={styles.fragmentName}>
        {fragment.name}
        <span className={styles.count}>{words.fragmentFacts(fragment.steps.length)}</span>
      </span>
      <span className={styles.picture} aria-hidden="true">
        <FragmentPicture fragment={fragment} />
      </span>
    </button>
  );
}

function PracticeRow(props: {
  practice: Practice;
  used: number;
  grab: ReturnType<typeof usePaletteDrag>['grab'];
}): React.JSX.Element {
  const { practice, used } = props;
  return (
    <div className={styles.row}>
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
          <span className={styles.used} title={words.usedLabel(used)}>
            {words.used(used)}
          </span>
        )}
      </button>
      <button
        type="button"
        className={styles.info}
        aria-label={words.detailsOf(practice.name)}
        onClick={() => useApp.setState({ dialog: { kind: 'practice', id: practice.id } })}
      >
        <Icon of={Info} size={14} />
      </button>
    </div>
  );
}

/** The fragments whose own name, or whose practice, was searched for. */
function foundFragments(filter: string, practices: readonly Practice[]): Fragment[] {
  const found = new Set(practices.map(({ id }) => id));
  const named = new Set(
    searchByName(
      fragments.map((each) => ({ ...each, aliases: [] })),
      filter,
    ).map(({ id }) => id),
  );
  return fragments.filter(({ id, practice }) => named.has(id) || found.has(practice));
}

function List(props: { pack: FrameworkPack; filter: string }): React.JSX.Element {
  const { pack, filter } = props;
  const used = useApp(useShallow(usedNow));
  const practices = searchByName(pack.practices, filter);
  const ready = foundFragments(filter, practices);
  const toolbar = useToolbar('all');
  const single = usePaletteDrag();
  const several = useDragOut<string>({ drop: placeFragment, press: placeFragmentByKey });
  const ghost = single.ghost ?? several.ghost;
  return (
    <>
      <div className={styles.scroll} {...toolbar} aria-label={words.list} aria-description={words.hint}>
        {ready.length > 0 && (
          <Group title={words.fragments} count={ready.length}>
            <div className={styles.fragments}>
              {ready.map((fragment) => (
                <FragmentCard key={fragment.id} fragment={fragment} grab={several.grab} />
              ))}
            </div>
          </Group>
        )}
        {pack.practiceCategories.map(({ id, name }) => {
          const inside = practices.filter(({ category }) => category === id);
          return inside.length === 0 ? null : (
            <Group key={id} title={name} count={inside.length}>
              {inside.map((practice) => (
                <PracticeRow
                  key={practice.id}
                  practice={practice}
                  used={used[practice.id] ?? 0}
                  grab={single.grab}
                />
              ))}
            </Group>
          );
        })}
        {ready.length + practices.length === 0 && (
          <p className={styles.nothing}>{words.nothingFound(filter)}</p>
        )}
      </div>
      {ghost && <PaletteDragGhost ghost={ghost} />}
    </>
  );
}

/** The practices of the framework, and ready-made steps that carry the core ones out. */
export function Library(): React.JSX.Element {
  const pack = useApp(() => derivedNow()?.pack);
  const [filter, setFilter] = useState('');
  if (!pack) return <div />;
  return (
    <div className={styles.library}>
      <SearchField
        label={words.search}
        placeholder={words.searchPlaceholder(pack.practices.length)}
        value={filter}
        onChange={setFilter}
      />
      <List pack={pack} filter={filter} />
    </div>
  );
}
