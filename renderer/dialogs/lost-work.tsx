import type { RecoverableWork } from '../../shared/ipc/recovery';
import { en } from '../../shared/text/en';
import { saySpan, sayWhen } from '../../shared/text/recovery-time';
import { bridge } from '../bridge';
import { loadRest } from '../load-rest';
import { useApp } from '../store';
import { Button } from '../ui/button';
import styles from './lost-work.module.css';

const text = en.recovery;

type File = NonNullable<RecoverableWork['file']>;
type Content = NonNullable<RecoverableWork['content']>;

/** An ISO time as people say it now. */
export function whenOf(iso: string): string {
  return sayWhen(new Date(iso), new Date());
}

/** How the last edit stands to the file: how long after it was saved, or what became of it since. */
function sayOfFile(file: File, keptAt: string): string | null {
  if (file.now === 'gone') return text.fileGone;
  if (file.now === 'changed' && file.changedAt !== null) return text.fileChanged(whenOf(file.changedAt));
  const after = file.savedAt === null ? -1 : Date.parse(keptAt) - Date.parse(file.savedAt);
  return after >= 0 ? text.afterSave(saySpan(after)) : null;
}

function sayWhenKept({ keptAt, file }: RecoverableWork): string {
  const ofFile = file && sayOfFile(file, keptAt);
  return [text.lastEdit(whenOf(keptAt)), ...(ofFile === null ? [] : [ofFile])].join(', ');
}

/** What is in lost work, in a few words. */
export function sayContent({ steps, maps, edits, lastEdit, typedIn }: Content): string {
  const parts = [
    ...(edits > 0 ? [text.edits(edits)] : []),
    text.steps(steps),
    ...(maps > 1 ? [text.maps(maps)] : []),
    ...(typedIn === null ? [] : [text.typedIn(typedIn)]),
    ...(lastEdit === null || lastEdit === '' ? [] : [text.lastDone(lastEdit)]),
  ];
  return parts.join(' · ');
}

function Picture(props: { content: Content | null }): React.JSX.Element {
  const picture = props.content?.picture ?? null;
  if (picture === null) return <span className={styles.picture} />;
  const stroke = Math.max(2, Number(picture.view.split(' ')[2]) / 120);
  return (
    <svg
      className={styles.picture}
      viewBox={picture.view}
      aria-hidden="true"
      fill="none"
      strokeWidth={stroke}
    >
      <path d={picture.flows} stroke="var(--text3)" />
      <path d={picture.boxes} stroke="var(--text2)" fill="var(--surface)" />
    </svg>
  );
}

function Buttons(props: { work: RecoverableWork; onGone: () => void }): React.JSX.Element {
  const { work, onGone } = props;
  const discard = (): void =>
    useApp.setState(({ dialog }) => ({
      dialog: { kind: 'discard-work', work, after: onGone, back: dialog },
    }));
  const { file, token, title } = work;
  const canOpen = work.content !== null;
  return (
    <div className={styles.buttons}>
      <Button label={text.discardLabel(title)} onPress={discard}>
        {text.discard}
      </Button>
      {canOpen && file && file.now !== 'gone' && (
        <Button
          label={text.compareLabel(title)}
          onPress={() => void loadRest().then(({ compareWork }) => compareWork(token))}
        >
          {text.compare}
        </Button>
      )}
      {canOpen && (
        <Button
          kind="primary"
          label={text.openLabel(title)}
          onPress={() => void loadRest().then(({ restoreWork }) => restoreWork(token))}
        >
          {text.open}
        </Button>
      )}
    </div>
  );
}

/** Lost work with what and when, each to be opened, compared or discarded. */
export function LostWorks(props: {
  works: readonly RecoverableWork[];
  onGone: (work: RecoverableWork) => void;
}): React.JSX.Element {
  return (
    <ul className={styles.works}>
      {props.works.map((work) => (
        <li key={work.token} className={styles.work}>
          <Picture content={work.content} />
          <div className={styles.words}>
            <strong>{work.title}</strong>
            <span>{work.file === null ? text.neverSaved : text.fromFile(work.file.name)}</span>
            <span>{sayWhenKept(work)}</span>
            {work.content && <span>{sayContent(work.content)}</span>}
            {work.content?.isWhole === false && <span>{text.notWhole}</span>}
            {work.problem !== null && <span>{work.problem}</span>}
          </div>
          <Buttons work={work} onGone={() => props.onGone(work)} />
        </li>
      ))}
    </ul>
  );
}

/** Removes lost work for good. */
export async function discardWork(work: RecoverableWork): Promise<void> {
  await bridge.call['recovery:discard']({ token: work.token });
}
