import { useState } from 'react';
import type { FindingRow, GapRow, SeverityGroup } from '../../shared/analysis/present-findings';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import { select, useApp } from '../store';
import { viewControl } from '../canvas/viewport';
import { MenuButton } from '../ui/menu';
import { Icon } from '../ui/icon';
import { ListFilter } from 'lucide';
import { isAbout } from './finding-cards';
import { goToFinding } from './findings-walk';
import { Pareto } from './pareto';
import styles from './problems.module.css';
import { Tone } from './tone';

/** A list of that length is shown whole. */
const shortList = 7;

const tones: readonly SeverityGroup[] = ['error', 'warning', 'info'];

/** What of the list is shown; kept while the window lives. */
export interface ProblemFilter {
  readonly hidden: readonly SeverityGroup[];
  readonly principle: string | null;
}

/** Chips that show and hide severities and principles. */
export function ProblemFilters(props: {
  filter: ProblemFilter;
  onChange: (filter: ProblemFilter) => void;
}): React.JSX.Element {
  const derived = useDerived();
  const { filter } = props;
  const counts = derived?.presented.counts ?? { error: 0, warning: 0, info: 0 };
  return (
    <div className={styles.filters}>
      {tones.map((tone) => {
        const isHidden = filter.hidden.includes(tone);
        return (
          <button
            key={tone}
            type="button"
            className={styles.chip}
            data-tone={tone}
            aria-pressed={!isHidden}
            aria-label={en.panels.filterTone(en.panels.severity[tone], counts[tone])}
            onClick={() =>
              props.onChange({
                ...filter,
                hidden: isHidden ? filter.hidden.filter((each) => each !== tone) : [...filter.hidden, tone],
              })
            }
          >
            <Tone of={tone} size={13} />
            {counts[tone]}
          </button>
        );
      })}
      <MenuButton
        label={en.panels.filterPrinciple}
        className={styles.chip}
        face={
          <>
            <Icon of={ListFilter} size={13} />
            {filter.principle ?? en.panels.allPrinciples}
          </>
        }
        entries={[
          {
            id: 'all',
            title: en.panels.allPrinciples,
            isOn: filter.principle === null,
            run: () => props.onChange({ ...filter, principle: null }),
          },
          null,
          ...(derived?.pack.principles ?? []).map((principle) => ({
            id: principle.id,
            title: principle.name,
            isOn: filter.principle === principle.name,
            run: () => props.onChange({ ...filter, principle: principle.name }),
          })),
        ]}
      />
    </div>
  );
}

function Row(props: { row: FindingRow; isChosen: boolean }): React.JSX.Element {
  const { row } = props;
  return (
    <li className={styles.row} data-chosen={props.isChosen}>
      <Tone of={row.group} />
      <button type="button" className={styles.sentence} onClick={() => goToFinding(row)} title={row.sentence}>
        {row.sentence}
      </button>
      <span className={styles.where} title={row.where.name}>
        {row.where.name}
      </span>
      <span className={styles.principle} title={row.principles.join(', ')}>
        {row.principles[0] ?? ''}
      </span>
      <span className={styles.rule} title={row.title}>
        {row.rule}
      </span>
    </li>
  );
}

/** The findings, worst first, with the Pareto of waits beside them. */
export function Problems(props: { filter: ProblemFilter }): React.JSX.Element {
  const derived = useDerived();
  const selection = useApp((state) => state.selection);
  const [isAll, setAll] = useState(false);
  const { filter } = props;
  const rows = (derived?.presented.rows ?? []).filter(
    (row) =>
      !filter.hidden.includes(row.group) &&
      (filter.principle === null || row.principles.includes(filter.principle)),
  );
  const front = rows.filter((row) => !row.isBackground);
  const isShort = rows.length <= shortList;
  const shown = isAll || isShort || front.length === 0 ? rows : front;
  const isChosen = (row: FindingRow): boolean => selection.some((id) => isAbout(row, id));
  return (
    <div className={styles.content}>
      <div className={styles.listArea}>
        <div className={styles.headings} aria-hidden="true">
          <span />
          <span>{en.panels.problem}</span>
          <span>{en.panels.where}</span>
          <span>{en.panels.principle}</span>
          <span>{en.panels.rule}</span>
        </div>
        {rows.length === 0 && <p className={styles.empty}>{en.panels.none}</p>}
        <ul className={styles.list} aria-label={en.panels.problems}>
          {shown.map((row) => (
            <Row key={row.key} row={row} isChosen={isChosen(row)} />
          ))}
        </ul>
        {rows.length > front.length && front.length > 0 && !isShort && (
          <button type="button" className={styles.more} onClick={() => setAll(!isAll)}>
            {isAll ? en.panels.showFewer : en.panels.showAll(rows.length - front.length)}
          </button>
        )}
        {derived?.presented.failures.map((sentence) => (
          <p key={sentence} className={styles.empty}>
            {sentence}
          </p>
        ))}
      </div>
      <Pareto />
    </div>
  );
}

function Question(props: { gap: GapRow }): React.JSX.Element {
  const { gap } = props;
  return (
    <li className={styles.row} data-wide>
      <Tone of="info" />
      <button
        type="button"
        className={styles.sentence}
        onClick={() => {
          select(gap.ids.filter((id) => id !== useApp.getState().mapId));
          viewControl()?.show(gap.ids);
        }}
      >
        {gap.question}
      </button>
      <span className={styles.rule}>{gap.rules.join(', ')}</span>
    </li>
  );
}

/** What could not be judged, as questions to ask the room. */
export function Questions(): React.JSX.Element {
  const gaps = useDerived()?.presented.gaps ?? [];
  return (
    <div className={styles.listArea}>
      <p className={styles.hint}>{gaps.length === 0 ? en.panels.noQuestions : en.panels.questionsHint}</p>
      <ul className={styles.list} aria-label={en.panels.questions}>
        {gaps.map((gap) => (
          <Question key={gap.key} gap={gap} />
        ))}
      </ul>
    </div>
  );
}
