import { en } from '../../shared/text/en';
import { pages } from '../pages/pages';
import { showPage, useApp } from '../store';
import { Icon } from '../ui/icon';
import { useToolbar } from '../ui/use-toolbar';
import styles from './rail.module.css';

/** The pages of the editor, one press away. */
export function Rail(): React.JSX.Element {
  const page = useApp((state) => state.page);
  const toolbar = useToolbar('all');
  return (
    <nav aria-label={en.pages.label} data-pane="rail">
      <div className={styles.rail} {...toolbar} aria-orientation="vertical" aria-label={en.pages.label}>
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
      </div>
    </nav>
  );
}
