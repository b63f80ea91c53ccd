import { Copy, FilePlus2, FolderOpen, GitCompareArrows, PenLine, Replace, Save } from 'lucide';
import type { Told } from '../../shared/ipc/told';
import { conflictsText as words } from '../../shared/text/conflicts';
import { en } from '../../shared/text/en';
import { compareWithTheirs, followFile, takeTheirs } from '../document/outside';
import { type Trouble, useOutside } from '../document/outside-state';
import { save } from '../document/save';
import { useApp } from '../store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Icon, type IconNode } from '../ui/icon';
import styles from './conflict.module.css';

const { ways, dialog } = words;

interface Way {
  readonly icon: IconNode;
  readonly name: string;
  readonly text: string;
  readonly isDangerous?: boolean;
  /** True where the question stays open behind what is shown. */
  readonly staysOpen?: boolean;
  readonly go: () => void;
}

function leave(): void {
  useApp.setState({ dialog: null });
}

/** Ways out, each done by one click; the first one loses nothing. */
function Ways(props: { of: readonly Way[] }): React.JSX.Element {
  return (
    <ul className={styles.ways}>
      {props.of.map((way) => (
        <li key={way.name}>
          <button
            type="button"
            className={styles.way}
            data-danger={way.isDangerous === true}
            onClick={() => {
              if (way.staysOpen !== true) leave();
              way.go();
            }}
          >
            <span className={styles.wayIcon}>
              <Icon of={way.icon} size={18} />
            </span>
            <span>
              <strong>{way.name}</strong>
              <span className={styles.wayText}>{way.text}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const saveAs: Way = { icon: FolderOpen, name: ways.as, text: dialog.as, go: () => void save({ as: true }) };

function overwriteWay(seen: Told): Way {
  return {
    icon: Replace,
    name: ways.overwrite,
    text: dialog.overwrite,
    isDangerous: true,
    go: () => void save({ replacing: seen }),
  };
}

/** Others wrote the file: four ways, and none of them loses a version. */
function waysWhenChanged(seen: Told, hasFile: boolean): readonly Way[] {
  if (!hasFile) return [saveAs, overwriteWay(seen)];
  return [
    { icon: Copy, name: ways.keepBoth, text: dialog.keepBoth, go: () => void save({ isBeside: true }) },
    {
      icon: GitCompareArrows,
      name: ways.compare,
      text: dialog.compare,
      staysOpen: true,
      go: () => void compareWithTheirs(),
    },
    { icon: FilePlus2, name: ways.take, text: dialog.take, go: () => void takeTheirs() },
    overwriteWay(seen),
  ];
}

/** Nothing is there any more. */
function waysWhenGone(trouble: Trouble | null): readonly Way[] {
  const again: Way = {
    icon: Save,
    name: ways.again,
    text: dialog.again,
    go: () => void save({ replacing: 'nothing' }),
  };
  if (trouble?.kind !== 'moved') return [again, saveAs];
  const { newName, isCertain } = trouble;
  const follow: Way = {
    icon: PenLine,
    name: ways.follow(newName),
    text: isCertain ? dialog.follow : dialog.followCopy,
    go: () => void followFile(),
  };
  return isCertain ? [follow, { ...again, name: ways.oldName }, saveAs] : [again, saveAs, follow];
}

/** Asks what shall become of a save that met another version, or no file at all; nothing is written before the answer. */
export function ConflictDialog(props: { seen: Told; isAgain: boolean }): React.JSX.Element {
  const name = useApp((state) => state.name);
  const hasFile = useApp((state) => state.document !== null);
  const trouble = useOutside((state) => state.trouble);
  const isGone = props.seen === 'nothing';
  return (
    <Dialog
      title={isGone ? dialog.gone(name) : dialog.changed(name)}
      description={isGone ? dialog.goneText : props.isAgain ? dialog.changedAgain : dialog.changedText}
      closeLabel={en.dialogs.cancel}
      width="middle"
      onClose={leave}
      buttons={<Button onPress={leave}>{ways.later}</Button>}
    >
      <Ways of={isGone ? waysWhenGone(trouble) : waysWhenChanged(props.seen, hasFile)} />
    </Dialog>
  );
}
