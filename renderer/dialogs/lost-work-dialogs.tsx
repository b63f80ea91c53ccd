import type { RecoverableWork } from '../../shared/ipc/recovery';
import { en } from '../../shared/text/en';
import type { DialogName } from '../app-state';
import type { TypedText } from '../../shared/file-format/replay';
import { type PutBack, putBack } from '../document/put-back';
import { leadsSomewhere } from '../document/typed-place';
import { notify, useApp } from '../store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { damagedOf } from './damaged-work';
import { discardWork, LostWorks, whenOf } from './lost-work';
import styles from './lost-work.module.css';

const text = en.recovery;

const show = (dialog: DialogName | null): void => useApp.setState({ dialog });

/** Asks before lost work goes for good. */
export function DiscardDialog(props: {
  work: RecoverableWork;
  after: () => void;
  back: DialogName | null;
}): React.JSX.Element {
  const { work, after, back } = props;
  const edits = work.content && work.content.edits > 0 ? text.edits(work.content.edits) : text.allOfIt;
  const discard = (): void => {
    show(back);
    void discardWork(work).then(after);
  };
  return (
    <Dialog
      title={text.discarding.title(work.title)}
      description={text.discarding.description(edits, whenOf(work.keptAt))}
      closeLabel={en.dialogs.close}
      onClose={() => show(back)}
      buttons={
        <>
          <Button kind="danger" onPress={discard}>
            {text.discarding.discard}
          </Button>
          <Button kind="primary" onPress={() => show(back)}>
            {text.discarding.keep}
          </Button>
        </>
      }
    />
  );
}

/** Tells of unsaved work on the file that was just opened. */
export function LostWorkDialog(props: {
  name: string;
  works: readonly RecoverableWork[];
}): React.JSX.Element {
  const { name, works } = props;
  const close = (): void => show(null);
  const forget = (gone: RecoverableWork): void => {
    const left = works.filter((work) => work !== gone);
    show(left.length === 0 ? null : { kind: 'lost-work', name, works: left });
  };
  return (
    <Dialog
      title={text.beside.title}
      description={text.beside.description(name, damagedOf(works))}
      closeLabel={en.dialogs.close}
      width="wide"
      startsAtMainButton
      onClose={close}
      buttons={<Button onPress={close}>{text.beside.later}</Button>}
    >
      <LostWorks works={works} onGone={forget} />
      <p>{text.beside.laterHint}</p>
    </Dialog>
  );
}

/** Puts the text back; one that cannot be put back stays shown with the reason, to be copied. */
async function putIn(typed: TypedText): Promise<void> {
  show(null);
  const outcome = await putBack(typed).catch((): PutBack => ({ kind: 'gone' }));
  if (outcome.kind === 'stored') notify(text.typed.done(typed.label));
  else if (outcome.kind === 'standing') notify(text.typed.standing(typed.label, outcome.sentence), 'bad');
  else {
    const problem = outcome.kind === 'gone' ? text.typed.notThere : text.typed.refused(outcome.sentence);
    show({ kind: 'typed-text', typed: { ...typed, place: null }, problem });
  }
}

/** Gives back what was being typed when the window stopped working: into its field, or to be copied. `problem` says why it could not be put back. */
export function TypedTextDialog(props: { typed: TypedText; problem: string | undefined }): React.JSX.Element {
  const { typed, problem } = props;
  const { label, text: content } = typed;
  const hasPlace = useApp(({ history }) => leadsSomewhere(typed, history.project));
  const close = (): void => show(null);
  const copy = (): void => {
    navigator.clipboard.writeText(content).then(close, () => notify(en.dialogs.copyFailed, 'bad'));
  };
  return (
    <Dialog
      title={text.typed.title(label)}
      description={problem ?? (hasPlace ? text.typed.descriptionWithPlace : text.typed.description)}
      closeLabel={en.dialogs.close}
      width="middle"
      startsAtMainButton
      onClose={close}
      buttons={
        <>
          <Button onPress={close}>{en.dialogs.close}</Button>
          <Button kind={hasPlace ? 'plain' : 'primary'} onPress={copy}>
            {text.typed.copy}
          </Button>
          {hasPlace && (
            <Button kind="primary" onPress={() => void putIn(typed)}>
              {text.typed.put(label)}
            </Button>
          )}
        </>
      }
    >
      <textarea className={styles.typed} readOnly rows={5} value={content} aria-label={text.typed.text} />
    </Dialog>
  );
}
