import { FilePlus, GraduationCap, FileText, FolderOpen, History, Table2, X } from 'lucide';
import { useEffect, useState } from 'react';
import type { RecoverableWork } from '../../shared/ipc/recovery';
import type { RecentFile } from '../../shared/ipc/results';
import { en } from '../../shared/text/en';
import { bridge } from '../bridge';
import { afterPaint } from '../late';
import { lateEditor, loadRest } from '../load-rest';
import { Logo } from '../shell/logo';
import { IconButton } from '../ui/button';
import { Icon, type IconNode } from '../ui/icon';
import { Landmark } from '../ui/landmark';
import { damagedOf } from './damaged-work';
import { LostWorks } from './lost-work';
import styles from './start.module.css';
import { TemplateCards } from './template-cards';

const text = en.start;
const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

function Door(props: {
  icon: IconNode;
  title: string;
  hint: string;
  onPress: () => void;
}): React.JSX.Element {
  return (
    <button type="button" className={styles.door} onClick={props.onPress}>
      <span className={styles.doorIcon}>
        <Icon of={props.icon} size={18} />
      </span>
      <span>
        <strong>{props.title}</strong>
        <span className={styles.hint}>{props.hint}</span>
      </span>
    </button>
  );
}

function begin(how: 'startEmpty' | 'startTour' | 'openByDialog' | 'importFile'): void {
  void loadRest().then((deeds) => deeds[how]());
}

function Recent(): React.JSX.Element {
  const [files, setFiles] = useState<readonly RecentFile[] | null>(null);
  const load = (): void => void bridge.call['recent:list']().then(setFiles);
  useEffect(load, []);
  return (
    <section className={styles.recent}>
      <h2>{text.recent}</h2>
      {files?.length === 0 && <p className={styles.empty}>{text.noRecent}</p>}
      <ul>
        {files?.map((file) => (
          <li key={file.token} className={styles.file}>
            <button
              type="button"
              className={styles.fileButton}
              disabled={!file.exists}
              onClick={() => void loadRest().then(({ openRecent }) => openRecent(file.token))}
            >
              <Icon of={FileText} size={16} />
              <span className={styles.fileText}>
                <strong>{file.name}</strong>
                <span className={styles.hint}>
                  {file.exists ? file.folder : text.missing} · {when.format(new Date(file.usedAt))}
                </span>
              </span>
            </button>
            <IconButton
              icon={X}
              size={13}
              label={text.forget(file.name)}
              onPress={() => void bridge.call['recent:forget']({ token: file.token }).then(load)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function KeptWork(): React.JSX.Element | null {
  const [works, setWorks] = useState<readonly RecoverableWork[]>([]);
  const load = (): void => void bridge.call['recovery:list']().then(setWorks);
  useEffect(load, []);
  if (works.length === 0) return null;
  return (
    <section className={styles.kept} aria-label={en.recovery.title}>
      <h2>
        <Icon of={History} size={16} />
        {en.recovery.title}
      </h2>
      <p className={styles.hint}>
        {en.recovery.description(
          works.some(({ file }) => file !== null),
          damagedOf(works),
        )}
      </p>
      <LostWorks works={works} onGone={load} />
    </section>
  );
}

function Templates(): React.JSX.Element {
  return (
    <section>
      <h2>{text.templates}</h2>
      <p className={styles.hint}>{text.templatesHint}</p>
      <TemplateCards />
    </section>
  );
}

/** Loads the editor while nothing else is to be done, so that a file opens sooner. */
function useEditorAhead(): void {
  useEffect(() => {
    void afterPaint().then(lateEditor.get);
  }, []);
}

/** What a window without a document shows: ways to begin, recent files, templates. */
export function StartScreen(): React.JSX.Element {
  useEditorAhead();
  return (
    <Landmark as="main" className={styles.start}>
      <div className={styles.inner}>
        <header className={styles.head}>
          <Logo size={44} />
          <div>
            <h1>{text.title}</h1>
            <p>{text.tagline}</p>
          </div>
        </header>
        <KeptWork />
        <div className={styles.columns}>
          <div className={styles.side}>
            <section>
              <h2>{text.begin}</h2>
              <Door
                icon={FilePlus}
                title={text.newStream}
                hint={text.newHint}
                onPress={() => begin('startEmpty')}
              />
              <Door
                icon={GraduationCap}
                title={text.tour}
                hint={text.tourHint}
                onPress={() => begin('startTour')}
              />
              <Door
                icon={FolderOpen}
                title={text.open}
                hint={text.openHint}
                onPress={() => begin('openByDialog')}
              />
              <Door
                icon={Table2}
                title={text.importFile}
                hint={text.importHint}
                onPress={() => begin('importFile')}
              />
            </section>
            <Recent />
          </div>
          <Templates />
        </div>
      </div>
    </Landmark>
  );
}
