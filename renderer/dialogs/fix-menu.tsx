import { WandSparkles } from 'lucide';
import type { FindingRow } from '../../shared/analysis/present-findings';
import { fixesText } from '../../shared/text/fixes';
import { takeRemedy } from '../actions/fix-actions';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu';
import styles from './fix.module.css';

const { menu } = fixesText;

/** What can be done about a finding, as a button that opens a menu; nothing where its rule suggests nothing. */
export function FixMenu(props: {
  finding: FindingRow;
  className?: string | undefined;
}): React.JSX.Element | null {
  const { finding } = props;
  if (finding.suggestions.length === 0) return null;
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
      entries={finding.suggestions.map(({ label, kind, index }) => ({
        id: String(index),
        title: menu.entry[kind](label),
        run: () => takeRemedy(finding, index),
      }))}
    />
  );
}
