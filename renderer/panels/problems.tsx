import { ChevronRight } from 'lucide';
import { useId } from 'react';
import type { RowGroup } from '../../shared/analysis/finding-groups';
import type { FindingRow } from '../../shared/analysis/present-findings';
import { endWaiver } from '../../shared/commands/analysis';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import { dispatch, useApp } from '../store';
import { Icon } from '../ui/icon';
import { isAbout } from './finding-cards';
import { useFindingsView, useListedFindings, viewFindings } from './findings-view';
import { goToFinding } from './findings-walk';
import { Pareto } from './pareto';
import { FindingDetails } from './problem-details';
import styles from './problems.module.css';
import { Tone } from './tone';

const words = en.analysisPanels;

/** Arrow keys walk from sentence to sentence; right and left open and close the details. */
function walkRows(event: React.KeyboardEvent<HTMLElement>): void {
  const { currentTarget: target, key } = event;
  const stops = [...(target.closest('[data-rows]')?.querySelectorAll<HTMLElement>('[data-walk]') ?? [])];
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (step !== undefined) stops[stops.indexOf(target) + step]?.focus();
  else if (key === 'ArrowRight' || key === 'ArrowLeft') {
    const chevron = target.closest('li')?.querySelector<HTMLElement>('[aria-expanded]');
    if (chevron?.getAttribute('aria-expanded') === String(key === 'ArrowLeft')) chevron.click();
  } else return;
  event.preventDefault();
}

/** The row that F8 comes to is brought into view. */
function showRow(row: HTMLElement | null): void {
  row?.scrollIntoView({ block: 'nearest' });
}

function Row(props: { row: FindingRow; isChosen: boolean }): React.JSX.Element {
  const { row } = props;
  const id = useId();
  const isUnfolded = useFindingsView((view) => view.unfolded) === row.key;
  const isCurrent = useFindingsView((view) => view.current) === row.key;
  return (
    <li
      className={styles.item}
      aria-current={isCurrent ? 'true' : undefined}
      ref={isCurrent ? showRow : undefined}
    >
      <div className={styles.row} data-chosen={props.isChosen || isCurrent}>
        <button
          type="button"
          className={styles.unfold}
          aria-expanded={isUnfolded}
          aria-controls={isUnfolded ? id : undefined}
          aria-label={words.open(row.sentence)}
          onClick={() => viewFindings({ unfolded: isUnfolded ? null : row.key })}
        >
          <Icon of={ChevronRight} size={14} weight={2.25} />
        </button>
        <Tone of={row.group} />
        <span className={styles.claim}>
          <button
            type="button"
            className={styles.sentence}
            data-walk
            title={row.sentence}
            onClick={() => goToFinding(row)}
            onKeyDown={walkRows}
          >
            {row.sentence}
          </button>
          {row.returned !== null && <span className={styles.back}>{words.returned}</span>}
        </span>
        <button
          type="button"
          className={styles.where}
          tabIndex={-1}
          title={row.where.name}
          onClick={() => goToFinding(row)}
        >
          {row.where.name}
        </button>
        <span className={styles.stake} title={row.worth ?? undefined}>
          {row.worth?.split(' · ')[0]}
        </span>
        <span className={styles.principle} title={[...row.principles, ...row.wastes].join(', ')}>
          {row.principles[0] ?? row.wastes[0] ?? row.dimensions[0] ?? ''}
        </span>
      </div>
      {isUnfolded && <FindingDetails row={row} id={id} />}
    </li>
  );
}

function WaivedRow(props: { row: FindingRow }): React.JSX.Element {
  const { row } = props;
  const waiver = row.finding.waiver?.id;
  return (
    <li className={styles.waivedRow}>
      <Tone of={row.group} />
      <div>
        <button
          type="button"
          className={styles.sentence}
          data-walk
          onClick={() => goToFinding(row)}
          onKeyDown={walkRows}
        >
          <s>{row.sentence}</s>
        </button>
        <p className={styles.waiverWords}>
          {row.where.name} · {row.waiverWords}
        </p>
      </div>
      {waiver !== undefined && (
        <button
          type="button"
          className={styles.link}
          aria-label={`${words.details.takeBack}: ${row.sentence}`}
          onClick={() => dispatch(endWaiver({ id: waiver }))}
        >
          {words.details.takeBack}
        </button>
      )}
    </li>
  );
}

function Waived(props: { rows: readonly FindingRow[] }): React.JSX.Element | null {
  const { rows } = props;
  if (rows.length === 0) return null;
  return (
    <section aria-label={words.accepted(rows.length)}>
      <h4 className={styles.groupHead}>
        {words.accepted(rows.length)}
        <span>{words.acceptedBack}</span>
      </h4>
      <ul className={styles.list}>
        {rows.map((row) => (
          <WaivedRow key={row.key} row={row} />
        ))}
      </ul>
    </section>
  );
}

/** Findings under their heading; without one where nothing is grouped. */
function Group(props: { group: RowGroup; isChosen: (row: FindingRow) => boolean }): React.JSX.Element {
  const { name, rows } = props.group;
  const list = (
    <ul className={styles.list} aria-label={name === '' ? en.panels.problems : name}>
      {rows.map((row) => (
        <Row key={row.key} row={row} isChosen={props.isChosen(row)} />
      ))}
    </ul>
  );
  if (name === '') return list;
  return (
    <section aria-label={name}>
      <h4 className={styles.groupHead}>
        {name}
        <span>{words.count(rows.length)}</span>
      </h4>
      {list}
    </section>
  );
}

function Headings(): React.JSX.Element {
  return (
    <div className={styles.headings} aria-hidden="true">
      <span />
      <span />
      <span>{en.panels.problem}</span>
      <span>{en.panels.where}</span>
      <span>{words.columns.stake}</span>
      <span>{words.columns.about}</span>
    </div>
  );
}

/** The findings, worst first, with the Pareto of waits beside them. */
export function Problems(): React.JSX.Element {
  const derived = useDerived();
  const listed = useListedFindings();
  const selection = useApp((state) => state.selection);
  const isChosen = (row: FindingRow): boolean => selection.some((id) => isAbout(row, id));
  const hasAny = (derived?.presented.rows.length ?? 0) > 0;
  return (
    <div className={styles.content}>
      <div className={styles.listArea} data-rows>
        <Headings />
        {listed?.rows.length === 0 && (
          <p className={styles.empty}>{hasAny ? words.noneFits : en.panels.none}</p>
        )}
        {listed?.groups.map((group) => (
          <Group key={group.key} group={group} isChosen={isChosen} />
        ))}
        {listed !== null && (listed.more > 0 || listed.canShowFewer) && (
          <button
            type="button"
            className={styles.more}
            onClick={() => viewFindings({ isAll: listed.more > 0 })}
          >
            {listed.more > 0 ? words.showMore(listed.more) : en.panels.showFewer}
          </button>
        )}
        {derived?.presented.spared && <p className={styles.hint}>{derived.presented.spared}</p>}
        <Waived rows={listed?.waived ?? []} />
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
