import { CloudOff, FilePen, FileQuestionMark, FileX2, UsersRound, X } from 'lucide';
import { isDirty } from '../../shared/commands/history';
import { conflictsText as words } from '../../shared/text/conflicts';
import { useApp } from '../store';
import { Button, IconButton } from '../ui/button';
import { Icon, type IconNode } from '../ui/icon';
import { Landmark } from '../ui/landmark';
import { compareWithTheirs, followFile, lookAgain, takeTheirs } from './outside';
import styles from './outside-bar.module.css';
import { type Trouble, useOutside } from './outside-state';
import { save } from './save';
import { sayAlsoOpen, sayTrouble } from './say-trouble';

const { ways } = words;

const icons: Record<Trouble['kind'], IconNode> = {
  changed: FilePen,
  deleted: FileX2,
  moved: FileQuestionMark,
  'not-a-file': FileX2,
  unreachable: CloudOff,
};

function SaveAs(): React.JSX.Element {
  return <Button onPress={() => void save({ as: true })}>{ways.as}</Button>;
}

function WhenChanged(props: {
  of: Extract<Trouble, { kind: 'changed' }>;
  isUnsaved: boolean;
}): React.JSX.Element {
  const { seen } = props.of;
  const compare = <Button onPress={() => void compareWithTheirs()}>{ways.compare}</Button>;
  if (!props.isUnsaved)
    return (
      <>
        {compare}
        <Button kind="primary" onPress={() => void takeTheirs()}>
          {ways.show}
        </Button>
      </>
    );
  return (
    <>
      <Button kind="danger" onPress={() => void save({ replacing: seen })}>
        {ways.overwrite}
      </Button>
      <Button onPress={() => void takeTheirs()}>{ways.take}</Button>
      {compare}
      <Button kind="primary" onPress={() => void save({ isBeside: true })}>
        {ways.keepBoth}
      </Button>
    </>
  );
}

/** A renamed file is gone on with; a new file of the same content only where that is wanted. */
function WhenMoved({ newName, isCertain }: { newName: string; isCertain: boolean }): React.JSX.Element {
  const follow = (
    <Button kind={isCertain ? 'primary' : 'plain'} onPress={() => void followFile()}>
      {ways.follow(newName)}
    </Button>
  );
  const again = (
    <Button kind={isCertain ? 'plain' : 'primary'} onPress={() => void save({ replacing: 'nothing' })}>
      {isCertain ? ways.oldName : ways.again}
    </Button>
  );
  return (
    <>
      <SaveAs />
      {isCertain ? again : follow}
      {isCertain ? follow : again}
    </>
  );
}

/** The ways out of a trouble, the main one last. */
function Ways(props: { of: Trouble; isUnsaved: boolean }): React.JSX.Element {
  const { of: trouble, isUnsaved } = props;
  switch (trouble.kind) {
    case 'changed':
      return <WhenChanged of={trouble} isUnsaved={isUnsaved} />;
    case 'deleted':
      return (
        <>
          <SaveAs />
          <Button kind="primary" onPress={() => void save({ replacing: 'nothing' })}>
            {ways.again}
          </Button>
        </>
      );
    case 'moved':
      return <WhenMoved {...trouble} />;
    case 'not-a-file':
      return <SaveAs />;
    case 'unreachable':
      return (
        <>
          <SaveAs />
          <Button kind="primary" onPress={lookAgain}>
            {ways.look}
          </Button>
        </>
      );
  }
}

interface BarProps {
  readonly icon: IconNode;
  readonly tone: 'warning' | 'info';
  readonly title: string;
  readonly text: string;
  readonly children?: React.ReactNode;
}

function Bar(props: BarProps): React.JSX.Element {
  return (
    <Landmark
      as="section"
      className={styles.bar}
      data-pane="outside"
      data-tone={props.tone}
      aria-label={words.label}
    >
      <span className={styles.icon}>
        <Icon of={props.icon} size={18} />
      </span>
      <p className={styles.text}>
        <strong>{props.title}.</strong> <span>{props.text}</span>
      </p>
      <div className={styles.ways}>
        {props.children}
        <IconButton
          icon={X}
          size={15}
          label={words.hide}
          onPress={() => useOutside.setState({ isHidden: true })}
        />
      </div>
    </Landmark>
  );
}

/** A calm line above the page while the file on the disk is not the one that was opened here: what happened, and every way out. */
export function OutsideBar(): React.JSX.Element | null {
  const { trouble, alsoOpenSince, isHidden } = useOutside();
  const isUnsaved = useApp((state) => isDirty(state.history));
  const name = useApp((state) => state.name);
  if (isHidden) return null;
  if (trouble !== null) {
    const [title, text] = sayTrouble(trouble, isUnsaved);
    return (
      <Bar icon={icons[trouble.kind]} tone="warning" title={title} text={text}>
        <Ways of={trouble} isUnsaved={isUnsaved} />
      </Bar>
    );
  }
  if (alsoOpenSince === null) return null;
  const [title, text] = sayAlsoOpen(name, alsoOpenSince);
  return <Bar icon={UsersRound} tone="info" title={title} text={text} />;
}
