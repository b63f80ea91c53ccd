import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronRight } from 'lucide';
import { type ReactNode, useState } from 'react';
import { useApp } from '../store';
import { Icon } from '../ui/icon';
import styles from './inspector.module.css';

/** Sections that were opened stay open while other steps are selected. */
const remembered = new Map<string, boolean>();

/** A part of the inspector that can be folded. */
export function Section(props: {
  title: string;
  aside?: string;
  isFolded?: boolean;
  /** Names of its fields: it opens when one of them wants the focus. */
  holds?: readonly string[];
  children: ReactNode;
}): React.JSX.Element {
  const [isOpen, setOpen] = useState(remembered.get(props.title) ?? props.isFolded !== true);
  const wanted = useApp((state) => state.focusField);
  const isWanted = wanted !== null && props.holds?.includes(wanted) === true;
  if (isWanted && !isOpen) setOpen(true);
  return (
    <Collapsible.Root
      className={styles.section}
      open={isOpen}
      onOpenChange={(open) => {
        remembered.set(props.title, open);
        setOpen(open);
      }}
    >
      <h3 className={styles.sectionHead}>
        <Collapsible.Trigger className={styles.sectionButton}>
          <span className={styles.sectionMark} data-open={isOpen}>
            <Icon of={ChevronRight} size={12} weight={2.25} />
          </span>
          {props.title}
          {props.aside !== undefined && <span className={styles.sectionAside}>{props.aside}</span>}
        </Collapsible.Trigger>
      </h3>
      <Collapsible.Panel className={styles.sectionBody}>{props.children}</Collapsible.Panel>
    </Collapsible.Root>
  );
}
