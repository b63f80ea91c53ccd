import { CircleCheck, Copy, History, TriangleAlert } from 'lucide';
import { useMemo } from 'react';
import { readProject } from '../../shared/file-format/read';
import type { DamagedFile } from '../../shared/ipc/results';
import type { Project } from '../../shared/model/project';
import { en } from '../../shared/text/en';
import { bareName } from '../document/shown-name';
import { firstMap, notify, showProject, useApp } from '../store';
import { Button, IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Icon } from '../ui/icon';
import styles from './damaged.module.css';
import { whenOf } from './lost-work';

const words = en.damaged;

function close(): void {
  useApp.setState({ dialog: null });
}

function copy(remarks: readonly string[]): void {
  navigator.clipboard.writeText(remarks.join('\n')).then(
    () => notify(words.copied),
    () => notify(en.dialogs.copyFailed, 'bad'),
  );
}

/** Shows a project as unsaved work without a file, so that nothing can be written over the damaged one. */
function open(text: string, name: string): void {
  const read = readProject(text);
  if (read.kind !== 'read') return;
  const { project } = read;
  showProject({
    project,
    mapId: firstMap(project),
    name,
    document: null,
    isReadOnly: false,
    isSaved: false,
  });
  notify(words.opened);
}

function found(project: Project): string {
  const steps = Object.values(project.nodes).filter(({ type }) => type === 'step').length;
  const [maps, flows] = [Object.keys(project.maps).length, Object.keys(project.flows).length];
  return steps === 0 && flows === 0 ? words.noSteps : words.found(maps, steps, flows);
}

function Saved(props: { saved: NonNullable<DamagedFile['saved']> }): React.JSX.Element {
  const { text, isWhole, remarks } = props.saved;
  const read = useMemo(() => readProject(text), [text]);
  return (
    <>
      <p className={styles.saved} data-whole={isWhole}>
        <Icon of={isWhole ? CircleCheck : TriangleAlert} size={16} />
        <span>
          <strong>{isWhole ? words.whole : words.partly}</strong>{' '}
          {read.kind === 'read' && found(read.project)}
        </span>
      </p>
      <div className={styles.listHead}>
        <h3 id="damaged-remarks">{isWhole ? words.wholeRemarks : words.remarks}</h3>
        <IconButton icon={Copy} label={words.copy} onPress={() => copy(remarks)} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls must be reachable by keyboard */}
      <ul className={styles.remarks} aria-labelledby="damaged-remarks" tabIndex={0}>
        {remarks.map((remark) => (
          <li key={remark}>
            <bdi>{remark}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is wrong with a file, what of it could be saved and what not, its last good version, and the ways to open them. */
export function DamagedDialog(props: { file: DamagedFile }): React.JSX.Element {
  const { name, problem, saved, lastGood } = props.file;
  const bare = bareName(name);
  // The kept version is the better one, unless all of the file could be saved.
  const isVersionMain = lastGood !== null && saved?.isWhole !== true;
  const openSaved = saved && (
    <Button kind={isVersionMain ? 'plain' : 'primary'} onPress={() => open(saved.text, words.copyName(bare))}>
      {saved.isWhole ? words.openWhole : words.open}
    </Button>
  );
  const openVersion = lastGood && (
    <Button
      kind={isVersionMain ? 'primary' : 'plain'}
      onPress={() => open(lastGood.text, words.versionName(bare))}
    >
      {words.openVersion}
    </Button>
  );
  return (
    <Dialog
      title={words.title(name)}
      description={`${problem} ${words.untouched}`}
      closeLabel={en.dialogs.cancel}
      width="middle"
      startsAtMainButton
      onClose={close}
      buttons={
        <>
          <Button onPress={close}>{en.dialogs.cancel}</Button>
          {isVersionMain ? openSaved : openVersion}
          {isVersionMain ? openVersion : openSaved}
        </>
      }
    >
      {saved === null ? (
        <p className={styles.saved}>
          <Icon of={TriangleAlert} size={16} />
          <strong>{words.nothing}</strong>
        </p>
      ) : (
        <Saved saved={saved} />
      )}
      {lastGood !== null && (
        <p className={styles.version}>
          <Icon of={History} size={16} />
          {words.version(lastGood.keptAt === null ? null : whenOf(lastGood.keptAt))}
        </p>
      )}
      <p className={styles.asCopy}>{words.asCopy}</p>
    </Dialog>
  );
}
