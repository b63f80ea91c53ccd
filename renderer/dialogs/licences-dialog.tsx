import { use, useRef, useState } from 'react';
import { en } from '../../shared/text/en';
import { matchesAll } from '../panels/matches';
import { useApp } from '../store';
import { Dialog } from '../ui/dialog';
import { SearchField } from '../ui/search-field';
import styles from './licences.module.css';
import rules from './rules.module.css';

const words = en.licences;
type Licences = typeof import('virtual:licences');
type Package = Licences['packages'][number];

let reading: Promise<Licences> | undefined;

/** The licences are long and seldom read: they are fetched when the dialog is first opened. */
function readLicences(): Promise<Licences> {
  reading ??= import('virtual:licences');
  return reading;
}

const moves: Readonly<Record<string, (at: number, all: number) => number>> = {
  ArrowDown: (at, all) => Math.min(at + 1, all - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, all) => all - 1,
};

const keyOf = ({ name, version }: Package): string => `${name} ${version}`;

/** Keeps the chosen package in view. */
function showOption(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}

function Option(props: {
  of: Package;
  isChosen: boolean;
  onChoose: (of: Package) => void;
}): React.JSX.Element {
  const { of, isChosen, onChoose } = props;
  return (
    <div
      id={`licence-${keyOf(of)}`}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={rules.option}
      ref={isChosen ? showOption : undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(of)}
      onKeyDown={undefined}
    >
      <span>{of.name}</span>
      <span className={styles.licence}>{of.licence}</span>
    </div>
  );
}

function PackageList(props: {
  packages: readonly Package[];
  chosen: Package | undefined;
  onChoose: (of: Package) => void;
}): React.JSX.Element {
  const [text, setText] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const shown = props.packages.filter(({ name, licence }) => matchesAll(text, [name, licence]));
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const at = shown.findIndex((each) => each === props.chosen);
    const next = shown[moves[event.key]?.(at, shown.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    props.onChoose(next);
  };
  return (
    <div className={rules.side}>
      <SearchField
        className={rules.search}
        label={words.search}
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') list.current?.focus();
        }}
      />
      <p className={rules.found} role="status">
        {shown.length === 0 ? words.none : words.found(shown.length)}
      </p>
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label={words.list}
        aria-activedescendant={
          props.chosen && shown.includes(props.chosen) ? `licence-${keyOf(props.chosen)}` : undefined
        }
        className={rules.rules}
        translate="no"
        onKeyDown={onKeyDown}
      >
        {shown.map((each) => (
          <Option key={keyOf(each)} of={each} isChosen={each === props.chosen} onChoose={props.onChoose} />
        ))}
      </div>
    </div>
  );
}

function Body(props: Licences): React.JSX.Element {
  const { packages, texts } = props;
  const [chosen, setChosen] = useState(packages[0]);
  return (
    <>
      <PackageList packages={packages} chosen={chosen} onChoose={setChosen} />
      <div className={rules.main} key={chosen && keyOf(chosen)}>
        {chosen && (
          <article className={styles.page} aria-label={chosen.name}>
            <h3 className={rules.pageTitle} translate="no">
              {chosen.name}
            </h3>
            <p className={styles.version}>{words.version(chosen.version, chosen.licence)}</p>
            {chosen.name === 'electron' && <p className={styles.version}>{words.system}</p>}
            <pre className={styles.text} translate="no">
              {texts[chosen.text]}
            </pre>
          </article>
        )}
      </div>
    </>
  );
}

/** Every package and typeface inside the app with the text of its licence. */
export function LicencesDialog(): React.JSX.Element {
  const licences = use(readLicences());
  return (
    <Dialog
      title={words.title}
      description={words.description}
      closeLabel={en.dialogs.close}
      width="page"
      onClose={() => useApp.setState({ dialog: null })}
    >
      <Body {...licences} />
    </Dialog>
  );
}
