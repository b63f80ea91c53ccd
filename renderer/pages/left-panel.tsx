import { en } from '../../shared/text/en';
import { Outline } from '../panels/outline';
import { Palette } from '../panels/palette';
import { Library } from './library/library';
import styles from '../shell/shell.module.css';
import type { LeftTab } from '../app-state';
import { preferPanels, useApp } from '../store';
import { Splitter } from '../ui/splitter';
import { TourCard } from '../tour/tour-card';
import { Tabs } from '../ui/tabs';

const tabs: readonly {
  readonly value: LeftTab;
  readonly title: string;
  readonly panel: React.JSX.Element;
}[] = [
  { value: 'palette', title: en.pages.left.palette, panel: <Palette /> },
  { value: 'outline', title: en.pages.left.outline, panel: <Outline /> },
  { value: 'library', title: en.pages.left.library, panel: <Library /> },
];

/** What stands left of the canvas: what can be put on it, and what is on it. */
export function LeftPanel(props: { width: number }): React.JSX.Element {
  const tab = useApp((state) => state.leftTab);
  const tour = useApp((state) => state.tour);
  return (
    <aside
      className={styles.left}
      style={{ width: props.width }}
      aria-label={en.canvas.palette}
      data-pane="palette"
    >
      <div className={styles.panel}>
        {tour ? (
          <TourCard tour={tour} />
        ) : (
          <Tabs
            label={en.pages.left.label}
            tabs={tabs}
            value={tab}
            onChange={(leftTab) => useApp.setState({ leftTab })}
          />
        )}
      </div>
      <Splitter
        label={en.shell.resizeLeft}
        direction="vertical"
        value={props.width}
        min={180}
        max={420}
        onChange={(left) => preferPanels({ left })}
      />
    </aside>
  );
}
