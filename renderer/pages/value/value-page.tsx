import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { stakeholdersOf } from '../../../shared/analysis/value-balance';
import type { ValueKind } from '../../../shared/model/value-sets';
import { en } from '../../../shared/text/en';
import { useDerived } from '../../derive';
import { useApp } from '../../store';
import { Segmented } from '../../ui/segmented';
import { AddFromCharter, NewStakeholder } from '../charter/stakeholder-table';
import { PageFrame } from '../page-frame';
import { StakeholderCard } from './stakeholder-card';
import { ValueAside } from './value-aside';
import styles from './value.module.css';
import { ValueMatrix } from './value-matrix';

const words = en.value;

function Empty(props: { stream: string }): React.JSX.Element {
  return (
    <section className={styles.empty}>
      <h2>{words.empty.title}</h2>
      <p>{words.empty.text}</p>
      <AddFromCharter stream={props.stream} isMain />
      <NewStakeholder stream={props.stream} label={words.newStakeholder} />
    </section>
  );
}

/** For each stakeholder what the stream gives and takes, and the steps that bring or burden it. */
export function ValuePage(): React.JSX.Element | null {
  const derived = useDerived();
  const project = useApp((state) => state.history.project);
  const [view, setView] = useState<'cards' | 'matrix'>('cards');
  const sheet = useRef<HTMLDivElement>(null);
  if (!derived) return null;
  const { graph } = derived;
  const stakeholders = stakeholdersOf(project, graph.stream.id);
  const openField = (fieldName: string): void => {
    // The card must stand there before its field can have the focus.
    flushSync(() => setView('cards'));
    const name = CSS.escape(fieldName);
    const field = sheet.current?.querySelector<HTMLElement>(`[data-field="${name}"]`);
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  };
  const open = (stakeholder: string, kind: ValueKind): void => openField(`${stakeholder}-${kind}`);
  return (
    <PageFrame
      title={words.title}
      lead={words.lead}
      aside={
        stakeholders.length > 0 && (
          <Segmented
            label={words.view.label}
            choices={[
              { value: 'cards', name: words.view.cards },
              { value: 'matrix', name: words.view.matrix },
            ]}
            value={view}
            onChange={(next) => {
              if (next !== null) setView(next);
            }}
          />
        )
      }
    >
      <div ref={sheet} className={styles.layout}>
        <div className={styles.main}>
          {stakeholders.length === 0 && <Empty stream={graph.stream.id} />}
          {stakeholders.length > 0 && view === 'matrix' && (
            <ValueMatrix stakeholders={stakeholders} graph={graph} onOpen={open} />
          )}
          {view === 'cards' &&
            stakeholders.map((each) => <StakeholderCard key={each.id} stakeholder={each} graph={graph} />)}
          {stakeholders.length > 0 && (
            <div className={styles.foot}>
              <NewStakeholder stream={graph.stream.id} label={words.newStakeholder} />
              <AddFromCharter stream={graph.stream.id} />
              <p className={styles.note}>{words.balance.note}</p>
            </div>
          )}
        </div>
        <ValueAside derived={derived} onEntry={openField} />
      </div>
    </PageFrame>
  );
}
