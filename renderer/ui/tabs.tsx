import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import styles from './tabs.module.css';

interface Tab<T extends string> {
  value: T;
  title: string;
  /** A count beside the title. */
  count?: number | undefined;
  isAlarming?: boolean;
  panel: ReactNode;
}

interface TabsProps<T extends string> {
  label: string;
  tabs: readonly Tab<T>[];
  value: T;
  onChange: (value: T) => void;
  /** A tab was pressed, also where it was chosen already. */
  onPress?: () => void;
  /** Stands at the end of the row of tabs. */
  aside?: ReactNode;
}

/** Tabs with an underline, as the panels have them. */
export function Tabs<T extends string>(props: TabsProps<T>): React.JSX.Element {
  return (
    <Base.Root
      className={styles.root}
      value={props.value}
      onValueChange={(value) => {
        const tab = props.tabs.find((each) => each.value === value);
        if (tab) props.onChange(tab.value);
      }}
    >
      <div className={styles.row}>
        <Base.List className={styles.list} aria-label={props.label}>
          {props.tabs.map((tab) => (
            <Base.Tab key={tab.value} value={tab.value} className={styles.tab} onClick={props.onPress}>
              {tab.title}
              {tab.count !== undefined && tab.count > 0 && (
                <span className={tab.isAlarming === true ? styles.alarm : styles.count}>{tab.count}</span>
              )}
            </Base.Tab>
          ))}
        </Base.List>
        {props.aside}
      </div>
      {props.tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className={styles.panel}>
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
