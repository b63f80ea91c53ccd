import { TriangleAlert } from 'lucide';
import { useEffect, useEffectEvent, useId, useMemo, useRef } from 'react';
import type { KeptVersionInfo } from '../../shared/ipc/history';
import { en } from '../../shared/text/en';
import { Icon } from '../ui/icon';
import styles from './history.module.css';
import type { RowFacts } from './messages';
import { byDay, timeOf } from './say-version';
import { type Known, lookAtRow, useVersions } from './versions-state';

const text = en.history;

function Picture(props: { svg: string | null }): React.JSX.Element {
  const { svg } = props;
  const address = useMemo(
    () => (svg === null ? null : `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`),
    [svg],
  );
  return (
    <span className={styles.picture}>
      {address !== null && <img src={address} alt="" draggable={false} />}
    </span>
  );
}

/** So much of a change fits on a line. */
const mostParts = 3;

/** What a line says under its time. */
function lineOf(known: Known<RowFacts> | undefined, isOldest: boolean): string {
  if (!known) return text.loading;
  if (known.kind === 'failed') return known.sentence;
  const { change, steps } = known.facts;
  if (change === null) return isOldest ? `${text.first}, ${text.steps(steps)}` : text.steps(steps);
  const parts = change.slice(0, mostParts).join(', ');
  const said = change.length > mostParts ? text.andMore(parts) : parts;
  return said === '' ? text.noChange : said.charAt(0).toUpperCase() + said.slice(1);
}

interface RowProps {
  readonly version: KeptVersionInfo;
  readonly isChosen: boolean;
  readonly isOldest: boolean;
}

function Row({ version, isChosen, isOldest }: RowProps): React.JSX.Element {
  const known = useVersions((state) => state.rows.get(version.version));
  const row = useRef<HTMLButtonElement>(null);
  const { version: number, isThere } = version;
  useEffect(() => {
    const element = row.current;
    if (!element || !isThere) return undefined;
    const seen = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void lookAtRow(number);
      },
      { rootMargin: '120px' },
    );
    seen.observe(element);
    return () => seen.disconnect();
  }, [number, isThere]);
  return (
    <button
      ref={row}
      type="button"
      role="option"
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      className={styles.row}
      data-version={number}
      onClick={() => useVersions.setState({ chosen: number })}
    >
      <Picture svg={known?.kind === 'known' ? known.facts.svg : null} />
      <span className={styles.rowText}>
        <span className={styles.rowHead}>
          <strong>{timeOf(version)}</strong>
          {version.why !== 'saved' && <span className={styles.why}>{text.why[version.why]}</span>}
        </span>
        <span className={styles.line}>
          {!isThere && <Icon of={TriangleAlert} size={13} />}
          {isThere ? lineOf(known, isOldest) : text.damagedShort}
        </span>
      </span>
    </button>
  );
}

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  PageDown: (at, last) => Math.min(at + 8, last),
  PageUp: (at) => Math.max(at - 8, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/** Chooses another version by its arrow keys and takes the focus there. */
function moveByKey(event: React.KeyboardEvent<HTMLElement>, versions: readonly KeptVersionInfo[]): void {
  const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
  if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const { chosen } = useVersions.getState();
  const at = versions.findIndex(({ version }) => version === chosen);
  const next = versions[move(at, versions.length - 1)];
  if (!next) return;
  useVersions.setState({ chosen: next.version });
  event.currentTarget.querySelector<HTMLElement>(`[data-version="${String(next.version)}"]`)?.focus();
}

interface VersionListProps {
  readonly versions: readonly KeptVersionInfo[];
  /** True where it came after the dialog, which then could not give it the focus. */
  readonly isLate: boolean;
}

/** All versions by their days; the arrow keys walk them. */
export function VersionList(props: VersionListProps): React.JSX.Element {
  const { versions } = props;
  const chosen = useVersions((state) => state.chosen);
  const hasEarlier = useVersions((state) => state.earlier !== null);
  const id = useId();
  const listedAt = useVersions((state) => state.listedAt);
  const days = useMemo(() => byDay(versions, new Date(listedAt)), [versions, listedAt]);
  const oldest = versions.at(-1);
  const list = useRef<HTMLDivElement>(null);
  const takeFocus = useEffectEvent(() => {
    if (props.isLate) list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  });
  useEffect(() => {
    // The dialog takes the focus of what vanished to itself first.
    const frame = requestAnimationFrame(() => takeFocus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its options take the focus
    <div
      ref={list}
      className={styles.list}
      role="listbox"
      aria-label={text.list}
      onKeyDown={(event) => moveByKey(event, versions)}
    >
      {days.map(({ day, versions: ofDay }, at) => (
        <div
          key={`${day} ${String(ofDay[0]?.version)}`}
          role="group"
          aria-labelledby={`${id}-${String(at)}`}
          className={styles.day}
        >
          <span id={`${id}-${String(at)}`} className={styles.dayName}>
            {day}
          </span>
          {ofDay.map((version) => (
            <Row
              key={version.version}
              version={version}
              isChosen={version.version === chosen}
              isOldest={version === oldest && !hasEarlier}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
