import { TriangleAlert } from 'lucide';
import { useMemo, useState } from 'react';
import { en } from '../../shared/text/en';
import { importText } from '../../shared/text/import';
import { importUi } from '../../shared/text/import-ui';
import { Drawing } from '../canvas/drawing';
import { useApp } from '../store';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { Dialog } from '../ui/dialog';
import { Icon } from '../ui/icon';
import { Segmented } from '../ui/segmented';
import { countIn, type ForeignMap, type ForeignMaps, listMaps, pictureOf } from './foreign-maps';
import styles from './import.module.css';
import { LeftOutList } from './left-out';
import { addToProject, openAsNew } from './open-foreign';

/** Pictures that are drawn before the rest is only counted. */
const mostPictures = 8;
/** Wide maps scroll rather than become too small to read. */
const least = 0.5;
const room = 640;

const close = (): void => useApp.setState({ dialog: null });

function Picture({ file, map }: { file: ForeignMaps; map: ForeignMap }): React.JSX.Element | null {
  const lanes = useApp((state) => state.preferences.lanes);
  const list = useMemo(() => pictureOf(file.project, map.id, lanes), [file, map, lanes]);
  if (list === null) return null;
  const scale = Math.min(1, Math.max(least, room / list.width));
  return (
    <figure className={styles.picture}>
      {file.maps.length > 1 && <figcaption>{map.name}</figcaption>}
      <div style={{ width: Math.round(list.width * scale) }}>
        <Drawing list={list} label={importUi.picture(map.name)} />
      </div>
    </figure>
  );
}

function Pictures({ file, maps }: { file: ForeignMaps; maps: readonly ForeignMap[] }): React.JSX.Element {
  const left = maps.length - mostPictures;
  return (
    // A picture that is wider than its place scrolls, with the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.pictures} aria-label={importUi.preview} tabIndex={0}>
      {maps.length === 0 && <p className={styles.quiet}>{importUi.noPicture}</p>}
      {maps.slice(0, mostPictures).map((map) => (
        <Picture key={map.id} file={file} map={map} />
      ))}
      {left > 0 && <p className={styles.quiet}>{importUi.morePictures(left)}</p>}
    </section>
  );
}

function Facts({ file, chosen }: { file: ForeignMaps; chosen: ReadonlySet<string> }): React.JSX.Element {
  const counts = useMemo(() => countIn(file.project, chosen), [file, chosen]);
  const { facts, ofSteps } = importUi;
  const rows: readonly (readonly [string, string])[] = [
    [facts.steps, String(counts.steps)],
    [facts.flows, String(counts.flows)],
    ...(counts.decisions > 0 ? [[facts.decisions, String(counts.decisions)] as const] : []),
    ...(counts.roles > 0 ? [[facts.roles, String(counts.roles)] as const] : []),
    ...(counts.notes > 0 ? [[facts.notes, String(counts.notes)] as const] : []),
    [facts.processTime, ofSteps(counts.processTime, counts.steps)],
    [facts.wait, ofSteps(counts.wait, counts.steps)],
  ];
  return (
    <section className={styles.part}>
      <h3>{importUi.found}</h3>
      <dl className={styles.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Choice(props: {
  maps: readonly ForeignMap[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}): React.JSX.Element | null {
  const { maps, chosen } = props;
  if (maps.length < 2) return null;
  return (
    <section className={styles.part}>
      <h3>{importUi.maps}</h3>
      <ul className={styles.maps}>
        {maps.map(({ id, name, steps, flows }) => (
          <li key={id}>
            <CheckField
              label={name}
              value={chosen.has(id)}
              onChange={(isOn) =>
                props.onChange(
                  new Set(
                    maps.map((map) => map.id).filter((each) => (each === id ? isOn : chosen.has(each))),
                  ),
                )
              }
            />
            <span className={styles.times}>{importUi.mapFacts(steps, flows)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Notes({ notes }: { notes: readonly string[] }): React.JSX.Element | null {
  if (notes.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{importUi.check}</h3>
      <ul className={styles.notes}>
        {notes.map((note) => (
          <li key={note}>
            <Icon of={TriangleAlert} size={14} />
            <span>{note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Shows how a file of another tool is understood, before it comes in. */
export function ImportDialog({ file }: { file: ForeignMaps }): React.JSX.Element {
  const isEditing = useApp((state) => state.screen === 'editor');
  const maps = useMemo(() => listMaps(file), [file]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(file.maps));
  const [target, setTarget] = useState<'new' | 'here'>('new');
  const wanted = maps.filter(({ id }) => chosen.has(id));
  const ids = wanted.map(({ id }) => id);
  const isHere = isEditing && target === 'here';
  return (
    <Dialog
      title={importUi.title(file.name)}
      description={importUi.description(importText.kinds[file.from], maps.length)}
      closeLabel={en.dialogs.cancel}
      width="page"
      startsAtMainButton
      onClose={close}
      buttons={
        <>
          {isEditing && (
            <Segmented
              label={importUi.where}
              value={target}
              choices={[
                { value: 'new', name: importUi.asNew },
                { value: 'here', name: importUi.here },
              ]}
              onChange={(value) => value !== null && setTarget(value)}
            />
          )}
          <span className={styles.gap} />
          <Button onPress={close}>{en.dialogs.cancel}</Button>
          <Button
            kind="primary"
            isDisabled={ids.length === 0}
            onPress={() => (isHere ? addToProject(file, ids) : openAsNew(file, ids))}
          >
            {isHere ? importUi.add(ids.length) : importUi.open(ids.length)}
          </Button>
        </>
      }
    >
      <Pictures file={file} maps={wanted} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
      <div className={styles.side} role="group" aria-label={importUi.found} tabIndex={0}>
        <Choice maps={maps} chosen={chosen} onChange={setChosen} />
        <Facts file={file} chosen={chosen} />
        <Notes notes={file.notes} />
        <LeftOutList skipped={file.skipped} />
      </div>
    </Dialog>
  );
}
