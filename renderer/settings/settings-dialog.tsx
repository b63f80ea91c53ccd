import { Tabs } from '@base-ui/react/tabs';
import { Calculator, FolderCog, History, Keyboard, Palette, SquareMousePointer } from 'lucide';
import { useState } from 'react';
import { en } from '../../shared/text/en';
import type { SettingsPart } from '../app-state';
import { useApp } from '../store';
import { Dialog } from '../ui/dialog';
import { Icon, type IconNode } from '../ui/icon';
import { AnalysisPart, AppearancePart, CanvasPart, ProjectPart } from './settings-parts';
import styles from './settings.module.css';
import { ShortcutEditor } from './shortcut-editor';
import { VersionsPart } from './versions-part';

const text = en.settings;

const parts: readonly { name: SettingsPart; icon: IconNode; panel: () => React.JSX.Element }[] = [
  { name: 'appearance', icon: Palette, panel: AppearancePart },
  { name: 'canvas', icon: SquareMousePointer, panel: CanvasPart },
  { name: 'shortcuts', icon: Keyboard, panel: ShortcutEditor },
  { name: 'analysis', icon: Calculator, panel: AnalysisPart },
  { name: 'versions', icon: History, panel: VersionsPart },
  { name: 'project', icon: FolderCog, panel: ProjectPart },
];

/** How the app looks and answers on this computer; every change holds at once. */
export function SettingsDialog(props: { part: SettingsPart }): React.JSX.Element {
  const [part, setPart] = useState(props.part);
  return (
    <Dialog
      title={text.title}
      description={text.description}
      closeLabel={en.dialogs.close}
      width="page"
      onClose={() => useApp.setState({ dialog: null })}
    >
      <Tabs.Root
        className={styles.frame}
        orientation="vertical"
        value={part}
        onValueChange={(value) => {
          const chosen = parts.find(({ name }) => name === value);
          if (chosen) setPart(chosen.name);
        }}
      >
        <Tabs.List className={styles.nav} aria-label={text.list}>
          {parts.map(({ name, icon }) => (
            <Tabs.Tab key={name} value={name} className={styles.navItem}>
              <Icon of={icon} size={16} />
              {text.parts[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {parts.map(({ name, panel: Panel }) => (
          <Tabs.Panel key={name} value={name} className={styles.panel}>
            <h3 className={styles.heading}>{text.parts[name]}</h3>
            <Panel />
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </Dialog>
  );
}
