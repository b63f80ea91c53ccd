import { en } from '../../shared/text/en';
import { pages } from '../pages/pages';
import { showPage, useApp } from '../store';
import { Icon } from '../ui/icon';
import styles from './rail.module.css';

/** The pages of the editor, one press away. */
export function Rail(): React.JSX.Element {
  const page = useApp((state) => state.page);
  return (
    <nav className={styles.rail} aria-label={en.pages.label} data-pane="rail">
      {pages.map(({ name, icon }) => (
        <button
          key={name}
          type="button"
          className={styles.item}
          aria-current={name === page ? 'page' : undefined}
          onClick={() => showPage(name)}
        >
          <Icon of={icon} size={18} />
          <span>{en.pages.names[name]}</span>
        </button>
      ))}
    </nav>
  );
}
