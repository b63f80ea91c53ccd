import { WandSparkles } from 'lucide';
import { useMemo } from 'react';
import { fitsFinding } from '../../shared/analysis/plan-fix';
import type { FindingRow, OfferedRemedy } from '../../shared/analysis/present-findings';
import { fixesText } from '../../shared/text/fixes';
import { ruleOf, takeRemedy } from '../actions/fix-actions';
import { makeId } from '../make-id';
import { useApp } from '../store';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu';
import styles from './fix.module.css';

const { menu } = fixesText;

/** The remedies that fit where the finding stands. */
function useOffered(row: FindingRow): readonly OfferedRemedy[] {
  const project = useApp((state) => state.history.project);
  const map = useApp((state) => state.mapId);
  return useMemo(() => {
    const rule = ruleOf(row);
    const { finding } = row;
    if (rule === undefined) return [];
    return row.suggestions.filter(({ index }) =>
      fitsFinding({ project, map, finding, rule, suggestionIndex: index, makeId }),
    );
  }, [row, project, map]);
}

/** What can be done about a finding, as a button that opens a menu; nothing where nothing that its rule suggests fits. */
export function FixMenu(props: {
  finding: FindingRow;
  className?: string | undefined;
}): React.JSX.Element | null {
  const { finding } = props;
  const offered = useOffered(finding);
  if (offered.length === 0) return null;
  return (
    <MenuButton
      label={menu.label(finding.sentence)}
      className={props.className ?? styles.fixButton}
      face={
        <>
          <Icon of={WandSparkles} size={13} />
          {menu.fix}
        </>
      }
      entries={offered.map(({ label, kind, index }) => ({
        id: String(index),
        title: menu.entry[kind](label),
        run: () => takeRemedy(finding, index),
      }))}
    />
  );
}

/** The first remedy of a finding that changes the map, as a link under its card; nothing where there is none. */
export function FirstFix(props: { finding: FindingRow }): React.JSX.Element | null {
  const { finding } = props;
  const first = useOffered(finding).find(({ kind }) => kind === 'correct' || kind === 'improve');
  if (first === undefined) return null;
  return (
    <button
      type="button"
      className={styles.firstFix}
      data-fix={first.kind}
      onClick={() => takeRemedy(finding, first.index)}
    >
      <Icon of={WandSparkles} size={13} />
      {menu.entry[first.kind](first.label)}
    </button>
  );
}
