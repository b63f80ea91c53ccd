import { Plus } from 'lucide';
import { stepsAlong } from '../../../shared/analysis/value-balance';
import { fragments } from '../../../shared/catalogue/itil4/fragments/fragments';
import { findPractice } from '../../../shared/catalogue/packs';
import type { Fragment } from '../../../shared/catalogue/itil4/fragments/fragment-type';
import type { ContributionLevel, Practice } from '../../../shared/catalogue/types';
import { en } from '../../../shared/text/en';
import { listNames } from '../../../shared/text/rules';
import { placeFragmentByKey } from '../../canvas/place-fragment';
import { placeByKey } from '../../canvas/placing';
import { type Derived, useDerived } from '../../derive';
import { useApp } from '../../store';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { goToElements, onMap } from '../go-to';
import { FragmentPicture } from './fragment-picture';
import styles from './library.module.css';

const words = en.library;
const { dialog } = words;
const heights: Readonly<Record<ContributionLevel, number>> = { none: 0, low: 1, medium: 2, high: 3 };

const close = (): void => useApp.setState({ dialog: null });

function Level(props: { level: ContributionLevel }): React.JSX.Element {
  return (
    <>
      <span className={styles.meter} aria-hidden="true">
        {[1, 2, 3].map((at) => (
          <span key={at} data-on={at <= heights[props.level]} />
        ))}
      </span>
      {words.levels[props.level]}
    </>
  );
}

function Contributions({ practice, derived }: { practice: Practice; derived: Derived }): React.JSX.Element {
  return (
    <section>
      <h3>{dialog.contributions}</h3>
      <table className={styles.levels}>
        <thead>
          <tr>
            <th scope="col">{dialog.activity}</th>
            <th scope="col">{dialog.level}</th>
          </tr>
        </thead>
        <tbody>
          {derived.pack.activities.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>
                <Level level={practice.contributions[id] ?? 'none'} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.basis}>{practice.contributionBasis}</p>
    </section>
  );
}

function Ready({ fragment }: { fragment: Fragment }): React.JSX.Element {
  const roles = [...new Set(fragment.steps.flatMap(({ role }) => role ?? []))];
  return (
    <article className={styles.ready} aria-label={fragment.name}>
      <header className={styles.readyHead}>
        <div>
          <strong>{fragment.name}</strong>
          <p>{fragment.fits}</p>
          <p>{dialog.roles(listNames(roles))}</p>
        </div>
        <Button
          icon={Plus}
          onPress={() => {
            close();
            onMap(() => placeFragmentByKey(fragment.id));
          }}
        >
          {dialog.putFragment}
        </Button>
      </header>
      <div className={styles.readyPicture}>
        <FragmentPicture fragment={fragment} />
      </div>
    </article>
  );
}

function Facts({ practice, derived }: { practice: Practice; derived: Derived }): React.JSX.Element {
  const category = derived.pack.practiceCategories.find(({ id }) => id === practice.category);
  const using = stepsAlong(derived.graph).filter((step) => Object.hasOwn(step.practices ?? {}, practice.id));
  return (
    <section>
      <dl className={styles.facts}>
        <dt>{dialog.category}</dt>
        <dd>{category?.name}</dd>
        {practice.aliases.length > 0 && (
          <>
            <dt>{dialog.aliases}</dt>
            <dd>{practice.aliases.join(', ')}</dd>
          </>
        )}
        <dt>{dialog.verbs}</dt>
        <dd>{practice.typicalStepVerbs.join(', ')}</dd>
      </dl>
      <h3>{dialog.usedBy}</h3>
      {using.length === 0 ? (
        <p className={styles.basis}>{dialog.usedByNone}</p>
      ) : (
        <div className={styles.chips}>
          {using.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className={styles.chip}
              onClick={() => {
                close();
                goToElements([id], { withFields: true });
              }}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}

/** What a practice is for, what it contributes, who uses it here, and ready-made steps for it. */
export function PracticeDialog(props: { id: string }): React.JSX.Element | null {
  const derived = useDerived();
  const practice = derived && findPractice(derived.pack, props.id);
  if (!derived || !practice) return null;
  const ready = fragments.filter((fragment) => fragment.practice === practice.id);
  return (
    <Dialog
      title={practice.name}
      description={practice.purpose}
      closeLabel={en.dialogs.close}
      width="wide"
      onClose={close}
      buttons={
        <Button
          kind="primary"
          onPress={() => {
            close();
            onMap(() => placeByKey({ kind: 'practice', id: practice.id }));
          }}
        >
          {dialog.putStep}
        </Button>
      }
    >
      <div className={styles.details}>
        <Facts practice={practice} derived={derived} />
        <Contributions practice={practice} derived={derived} />
        <section className={styles.wide}>
          <h3>{dialog.fragments}</h3>
          {ready.map((fragment) => (
            <Ready key={fragment.id} fragment={fragment} />
          ))}
          <p className={styles.readyFoot}>{ready.length === 0 ? dialog.noFragments : dialog.timesOpen}</p>
        </section>
      </div>
    </Dialog>
  );
}
