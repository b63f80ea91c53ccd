import { CircleCheck, Copy, TriangleAlert } from 'lucide';
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

/** Shows what was saved as unsaved work without a file, so that nothing can be written over the damaged one. */
function open(project: Project, name: string): void {
  showProject({
    project,
    mapId: firstMap(project),
    name: words.copyName(bareName(name)),
    document: null,
    isReadOnly: false,
    isSaved: false,
  });
  notify(words.opened);
}

function found(project: Project): string {
  const steps = Object.values(project.nodes).filter(({ type }) => type === 'step').length;
  return words.found(Object.keys(project.maps).length, steps, Object.keys(project.flows).length);
}

/** What is wrong with a file, what of it could be saved and what not, and the way to open that. */
export function DamagedDialog(props: { file: DamagedFile }): React.JSX.Element | null {
  const { name, problem, text, isWhole, remarks } = props.file;
  const read = useMemo(() => readProject(text), [text]);
  if (read.kind !== 'read') return null;
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
          <Button kind="primary" onPress={() => open(read.project, name)}>
            {isWhole ? words.openWhole : words.open}
          </Button>
        </>
      }
    >
      <p className={styles.saved} data-whole={isWhole}>
        <Icon of={isWhole ? CircleCheck : TriangleAlert} size={16} />
        <span>
          <strong>{isWhole ? words.whole : words.partly}</strong> {found(read.project)}
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
      <p className={styles.asCopy}>{words.asCopy}</p>
    </Dialog>
  );
}
