import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide';
import { type ReactNode, useRef } from 'react';
import { IconButton } from './button';
import styles from './dialog.module.css';
import { WithLayer } from './landmark';

interface DialogProps {
  title: string;
  /** One or two sentences under the title. */
  description?: string;
  closeLabel: string;
  /** `page` and `full` also fill the height of the window, `window` all of it. */
  width?: 'narrow' | 'middle' | 'wide' | 'page' | 'full' | 'window';
  children?: ReactNode;
  /** Buttons, the main one last. */
  buttons?: ReactNode;
  /** True where Enter shall do what the main button says, whatever stands in the body. */
  startsAtMainButton?: boolean;
  onClose: () => void;
}

/** Where the focus begins: the first field, else the main button, else the dialog itself; never the close button, whose tip would take the first Escape. */
function firstStop(popup: HTMLElement | null, atMainButton: boolean): HTMLElement | null {
  const within = `.${styles.body ?? ''}`;
  const first = popup?.querySelector<HTMLElement>(`${within} :is(input, textarea, button)`);
  // Of a group of radio buttons, and of a list, only the chosen one is a stop.
  const isRadio = first instanceof HTMLInputElement && first.type === 'radio';
  const isOption = first?.role === 'option';
  const chosen = `${within} ${isOption ? '[role="option"][aria-selected="true"]' : 'input[type="radio"]:checked'}`;
  const field = isRadio || isOption ? popup?.querySelector<HTMLElement>(chosen) : first;
  const buttons = popup?.querySelectorAll<HTMLElement>(`.${styles.buttons ?? ''} button`);
  const main = [...(buttons ?? [])].at(-1);
  if (!atMainButton) return field ?? main ?? popup;
  // Where none of the buttons below is filled, a filled one in the body is the main one.
  const isFilled = main?.dataset['kind'] === 'primary';
  const filled = isFilled ? main : popup?.querySelector<HTMLElement>('button[data-kind="primary"]');
  return filled ?? main ?? field ?? popup;
}

/** A modal dialog; Escape and the close button leave it. */
export function Dialog(props: DialogProps): React.JSX.Element {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          ref={popup}
          initialFocus={() => firstStop(popup.current, props.startsAtMainButton === true)}
          className={`${styles.popup ?? ''} ${styles[props.width ?? 'narrow'] ?? ''}`}
        >
          <WithLayer>
            <header className={styles.head}>
              <Base.Title className={styles.title}>{props.title}</Base.Title>
              <IconButton icon={X} label={props.closeLabel} onPress={props.onClose} />
            </header>
            {props.description !== undefined && (
              <Base.Description className={styles.description}>{props.description}</Base.Description>
            )}
            {props.children !== undefined && <div className={styles.body}>{props.children}</div>}
            {props.buttons !== undefined && <footer className={styles.buttons}>{props.buttons}</footer>}
          </WithLayer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
