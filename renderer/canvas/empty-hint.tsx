import { Keyboard, ScrollText, Table2 } from 'lucide';
import type { ActionId } from '../../shared/text/actions';
import { en } from '../../shared/text/en';
import { keysText } from '../actions/action';
import { actionOf } from '../actions/registry';
import { useDerived } from '../derive';
import { useApp } from '../store';
import { Icon, type IconNode } from '../ui/icon';
import styles from './empty-hint.module.css';

const words = en.canvas.empty;

const doors: readonly { readonly id: ActionId; readonly icon: IconNode; readonly text: DoorText }[] = [
  { id: 'insert.quick', icon: Keyboard, text: words.type },
  { id: 'page.charter', icon: ScrollText, text: words.charter },
  { id: 'insert.table', icon: Table2, text: words.table },
];

interface DoorText {
  readonly title: string;
  readonly hint: string;
}

/** Ways to begin, while the map has no step; out of the way while something is selected or being placed. */
export function EmptyHint(): React.JSX.Element | null {
  const derived = useDerived();
  const isPlacing = useApp((state) => state.tool.kind === 'place');
  const isTyping = useApp((state) => state.isQuickEntry);
  const isBusy = useApp((state) => state.selection.length > 0);
  if (!derived || isTyping || isBusy || derived.graph.nodes.some((node) => node.type === 'step')) return null;
  return (
    <section className={styles.empty} data-placing={isPlacing} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.hint}</p>
      <ul>
        {doors.map(({ id, icon, text }) => {
          const { keys, run } = actionOf(id);
          const key = keys?.[0];
          return (
            <li key={id}>
              <button type="button" className={styles.door} onClick={run}>
                <Icon of={icon} size={18} />
                <span>
                  <strong>
                    {text.title}
                    {key !== undefined && <kbd>{keysText(key)}</kbd>}
                  </strong>
                  <span>{text.hint}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
