import { Info, OctagonX, TriangleAlert } from 'lucide';
import type { SeverityGroup } from '../../shared/analysis/present-findings';
import { en } from '../../shared/text/en';
import { Icon } from '../ui/icon';
import styles from './inspector.module.css';

const icons = { error: OctagonX, warning: TriangleAlert, info: Info } as const;

/** The mark of a severity: its shape says it as well as its colour. */
export function Tone(props: { of: SeverityGroup; size?: number }): React.JSX.Element {
  return (
    <span className={styles.tone} data-tone={props.of} role="img" aria-label={en.panels.severity[props.of]}>
      <Icon of={icons[props.of]} size={props.size ?? 15} weight={2} />
    </span>
  );
}
