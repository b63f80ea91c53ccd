import { Info } from 'lucide';
import { useState } from 'react';
import { fragments } from '../../../shared/catalogue/itil4/fragments/fragments';
import { searchByName } from '../../../shared/catalogue/packs';
import type { Fragment } from '../../../shared/catalogue/itil4/fragments/fragment-type';
import type { FrameworkPack, Practice } from '../../../shared/catalogue/types';
import { en } from '../../../shared/text/en';
import { placeFragment, placeFragmentByKey } from '../../canvas/place-fragment';
import { derivedNow } from '../../derive';
import { PaletteDragGhost, useDragOut, usePaletteDrag } from '../../panels/palette-drag';
import { type Grab, PaletteGroup, PracticeButton, useUsedPractices } from '../../panels/palette-parts';
import { useApp } from '../../store';
import { Icon } from '../../ui/icon';
import { SearchField } from '../../ui/search-field';
import { useToolbar } from '../../ui/use-toolbar';
import { FragmentPicture } from './fragment-picture';
import styles from './library.module.css';

const words = en.library;

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
        <span className={styles.steps}>{words.fragmentFacts(fragment.steps.length)}</span>
      </span>
      <span className={styles.picture} aria-hidden="true">
        <FragmentPicture fragment={fragment} />
      </span>
    </button>
  );
}

function PracticeRow(props: { practice: Practice; used: number; grab: Grab }): React.JSX.Element {
  const { practice } = props;
  return (
    <div className={styles.row}>
      <PracticeButton practice={practice} used={props.used} grab={props.grab} />
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
  const used = useUsedPractices();
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
          <PaletteGroup title={words.fragments} count={ready.length}>
            <div className={styles.fragments}>
              {ready.map((fragment) => (
                <FragmentCard key={fragment.id} fragment={fragment} grab={several.grab} />
              ))}
            </div>
          </PaletteGroup>
        )}
        {pack.practiceCategories.map(({ id, name }) => {
          const inside = practices.filter(({ category }) => category === id);
          return inside.length === 0 ? null : (
            <PaletteGroup key={id} title={name} count={inside.length}>
              {inside.map((practice) => (
                <PracticeRow
                  key={practice.id}
                  practice={practice}
                  used={used.get(practice.id) ?? 0}
                  grab={single.grab}
                />
              ))}
            </PaletteGroup>
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
        className={styles.search}
        label={words.search}
        placeholder={words.searchPlaceholder(pack.practices.length)}
        value={filter}
        onChange={setFilter}
      />
      <List pack={pack} filter={filter} />
    </div>
  );
}
