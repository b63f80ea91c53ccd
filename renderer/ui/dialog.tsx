import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide';
import type { ReactNode } from 'react';
import { IconButton } from './button';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  /** One or two sentences under the title. */
  description?: string;
  closeLabel: string;
  width?: 'narrow' | 'wide';
  children?: ReactNode;
  /** Buttons, the main one last. */
  buttons?: ReactNode;
  onClose: () => void;
}

/** A modal dialog; Escape and the close button leave it. */
export function Dialog(props: DialogProps): React.JSX.Element {
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
          className={`${styles.popup ?? ''} ${(props.width === 'wide' ? styles.wide : styles.narrow) ?? ''}`}
        >
          <header className={styles.head}>
            <Base.Title className={styles.title}>{props.title}</Base.Title>
            <IconButton icon={X} label={props.closeLabel} onPress={props.onClose} />
          </header>
          {props.description !== undefined && (
            <Base.Description className={styles.description}>{props.description}</Base.Description>
          )}
          {props.children !== undefined && <div className={styles.body}>{props.children}</div>}
          {props.buttons !== undefined && <footer className={styles.buttons}>{props.buttons}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
