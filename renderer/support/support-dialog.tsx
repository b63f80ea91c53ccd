import { use, useMemo, useState } from 'react';
import type { SupportFacts } from '../../shared/ipc/support';
import { en } from '../../shared/text/en';
import { bridge } from '../bridge';
import { notify, useApp } from '../store';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { Dialog } from '../ui/dialog';
import { composeSupport, type SupportPart, supportParts } from './compose';
import { gatheredSupport } from './gather';
import styles from './support.module.css';

const words = en.support;

const close = (): void => useApp.setState({ dialog: null });

function toggled(chosen: ReadonlySet<SupportPart>, part: SupportPart, isIn: boolean): Set<SupportPart> {
  const next = new Set(chosen);
  if (isIn) next.add(part);
  else next.delete(part);
  return next;
}

function Choices(props: {
  chosen: ReadonlySet<SupportPart>;
  onChange: (chosen: ReadonlySet<SupportPart>) => void;
}): React.JSX.Element {
  const { chosen, onChange } = props;
  return (
    <div className={styles.side}>
      <h3 className={styles.heading}>{words.include}</h3>
      <ul className={styles.parts}>
        {supportParts.map((part) => (
          <li key={part}>
            <CheckField
              label={words.parts[part]}
              value={chosen.has(part)}
              onChange={(isIn) => onChange(toggled(chosen, part, isIn))}
            />
            <p className={styles.hint}>{words.partHints[part]}</p>
          </li>
        ))}
      </ul>
      <h3 className={styles.heading}>{words.never}</h3>
      <ul className={styles.never}>
        {words.neverList.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify(words.copied);
  } catch {
    notify(words.copyFailed, 'bad');
  }
}

/** Saves the text that is shown; answers the sentence that says why it was not saved, else null. */
async function save(text: string): Promise<string | null> {
  const result = await bridge.call['support:save']({ text }).catch(() => ({
    kind: 'failed' as const,
    sentence: words.saveFailed,
  }));
  if (result.kind === 'failed') return result.sentence;
  if (result.kind === 'saved') {
    close();
    notify(words.saved(result.name));
  }
  return null;
}

function sizeOf(text: string): string {
  const bytes = new TextEncoder().encode(text).length;
  return words.size(text.split('\n').length - 1, words.kilobytes(Math.ceil(bytes / 1024)));
}

function Gathered({ facts }: { facts: SupportFacts }): React.JSX.Element {
  const [chosen, setChosen] = useState<ReadonlySet<SupportPart>>(new Set(supportParts));
  const [trouble, setTrouble] = useState<string | null>(null);
  const text = useMemo(() => {
    const window = { width: innerWidth, height: innerHeight, ratio: devicePixelRatio };
    return composeSupport({ facts, state: useApp.getState(), window }, chosen);
  }, [facts, chosen]);
  const isEmpty = text === '';
  return (
    <Dialog
      title={words.title}
      description={words.description}
      closeLabel={en.dialogs.close}
      width="page"
      onClose={close}
      buttons={
        <>
          {trouble !== null && (
            <p className={styles.trouble} role="alert">
              {trouble}
            </p>
          )}
          <Button isDisabled={isEmpty} onPress={() => void copy(text)}>
            {words.copy}
          </Button>
          <Button kind="primary" isDisabled={isEmpty} onPress={() => void save(text).then(setTrouble)}>
            {words.save}
          </Button>
        </>
      }
    >
      <Choices chosen={chosen} onChange={setChosen} />
      <div className={styles.main}>
        <h3 className={styles.heading} id="support-text">
          {words.text}
          <span className={styles.size}>{isEmpty ? '' : sizeOf(text)}</span>
        </h3>
        {isEmpty ? (
          <p className={styles.none}>{words.none}</p>
        ) : (
          <textarea
            className={styles.text}
            aria-labelledby="support-text"
            readOnly
            spellCheck={false}
            translate="no"
            value={text}
          />
        )}
      </div>
    </Dialog>
  );
}

function NotGathered(): React.JSX.Element {
  return (
    <Dialog
      title={words.title}
      description={words.notGathered}
      closeLabel={en.dialogs.close}
      onClose={close}
      buttons={
        <Button kind="primary" onPress={close}>
          {en.dialogs.ok}
        </Button>
      }
    />
  );
}

/** What somebody may pass on who needs help: all of it is shown, parts can be left out, and nothing is sent. */
export function SupportDialog(): React.JSX.Element {
  const facts = use(gatheredSupport());
  return facts === null ? <NotGathered /> : <Gathered facts={facts} />;
}
