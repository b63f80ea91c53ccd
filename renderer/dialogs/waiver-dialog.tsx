import { useState } from 'react';
import { type PlacedFinding, placed } from '../../shared/analysis/placed-findings';
import { evidenceToKeep } from '../../shared/analysis/waivers';
import type { Finding } from '../../shared/analysis/types';
import { waiveFinding } from '../../shared/commands/analysis';
import { addMonths } from '../../shared/model/dates';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import { makeId } from '../make-id';
import { readDate } from '../panels/dates';
import { dispatch, rememberAnalysis, useApp } from '../store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FormField } from '../ui/form-field';
import { Segmented } from '../ui/segmented';
import styles from './waiver.module.css';

const words = en.waivers;

const quickChoices = { threeMonths: 3, sixMonths: 6, none: null } as const;
type Quick = keyof typeof quickChoices;

const close = (): void => useApp.setState({ dialog: null });

/** What is wrong with the date until which it holds; null where it can be used. */
function wrongDate(text: string, today: string): string | null {
  const date = readDate(text);
  if (date === null) return words.dateWrong(text.trim());
  return date !== undefined && date < today ? words.datePast : null;
}

/** Until when the finding stays accepted: a quick choice, or any date. */
function UntilFields(props: {
  text: string;
  today: string;
  onChange: (text: string) => void;
}): React.JSX.Element {
  const { text, today } = props;
  const dateOf = (quick: Quick): string => {
    const months = quickChoices[quick];
    return months === null ? '' : addMonths(today, months);
  };
  const names = Object.keys(quickChoices) as Quick[];
  const chosen = names.find((quick) => dateOf(quick) === text.trim()) ?? null;
  return (
    <div className={styles.until}>
      <div>
        <span className={styles.label}>{words.until}</span>
        <Segmented
          label={words.until}
          value={chosen}
          choices={names.map((value) => ({ value, name: words.quick[value] }))}
          onChange={(quick) => props.onChange(dateOf(quick ?? chosen ?? 'none'))}
        />
      </div>
      <FormField
        label={words.date}
        value={text}
        placeholder={words.dateHint}
        error={wrongDate(text, today)}
        onType={props.onChange}
      />
    </div>
  );
}

interface WaiverDraft {
  readonly reason: string;
  readonly author: string;
  /** Until when, as it is typed; blank for no end. */
  readonly until: string;
  /** True once somebody tried to accept it, from when on a missing reason is said. */
  readonly isTried: boolean;
}

/** What is being typed about a finding, and how it is stored. */
function useWaiver(
  finding: Finding,
  map: string,
): {
  readonly draft: WaiverDraft;
  readonly today: string;
  readonly expires: string | null;
  readonly accept: () => void;
  readonly change: (change: Partial<WaiverDraft>) => void;
} {
  const today = useApp((state) => state.today);
  const remembered = useApp((state) => state.analysis.author);
  const [draft, setDraft] = useState<WaiverDraft>({
    reason: finding.waiver?.reason ?? '',
    author: remembered,
    until: addMonths(today, 6),
    isTried: false,
  });
  const expires = readDate(draft.until);
  const accept = (): void => {
    setDraft({ ...draft, isTried: true });
    const { reason, author, until } = draft;
    if (reason.trim() === '' || wrongDate(until, today) !== null || expires === null) return;
    const { rule, about } = finding;
    const evidence = evidenceToKeep(finding);
    const waiver = { map, rule, about, reason, author, on: today, expires, evidence };
    if (dispatch(waiveFinding(waiver, makeId)) !== null) return;
    if (author.trim() !== remembered) rememberAnalysis({ author: author.trim() });
    close();
  };
  return {
    draft,
    today,
    expires: expires ?? null,
    accept,
    change: (change: Partial<WaiverDraft>) => setDraft({ ...draft, ...change }),
  };
}

function WaiverForm(props: { finding: PlacedFinding; map: string }): React.JSX.Element {
  const { draft, today, expires, accept, change } = useWaiver(props.finding, props.map);
  const { reason, author, until, isTried } = draft;
  return (
    <Dialog
      title={words.title}
      description={words.description}
      closeLabel={en.dialogs.close}
      width="middle"
      onClose={close}
      buttons={
        <>
          <Button onPress={close}>{words.cancel}</Button>
          <Button kind="primary" onPress={accept}>
            {words.accept}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          accept();
        }}
      >
        <p className={styles.sentence}>{props.finding.sentence}</p>
        <FormField
          label={words.reason}
          value={reason}
          isMultiline
          autoFocus
          hint={words.reasonHint}
          error={isTried && reason.trim() === '' ? words.reasonNeeded : null}
          onType={(text) => change({ reason: text })}
        />
        <FormField
          label={words.author}
          value={author}
          hint={words.authorHint}
          error={null}
          onType={(text) => change({ author: text })}
        />
        <UntilFields text={until} today={today} onChange={(text) => change({ until: text })} />
        <p className={styles.back}>{words.back(expires)}</p>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

/** Accepts a finding with a reason, for a while or for good. */
export function WaiverDialog(props: { of: string }): React.JSX.Element | null {
  const derived = useDerived();
  const finding = derived?.presented.rows.find((row) => row.key === props.of)?.finding;
  return derived && finding ? (
    <WaiverForm finding={placed(derived.graph, finding)} map={derived.graph.id} />
  ) : null;
}
