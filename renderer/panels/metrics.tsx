import { describeFigures } from '../../shared/figures/describe';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import { select } from '../store';
import { viewControl } from '../canvas/viewport';
import { WithTip } from '../ui/button';
import { Landmark } from '../ui/landmark';
import styles from './metrics.module.css';

/** The strip of figures above the map; each tells its definition, and a click shows what it is about. */
export function Metrics(): React.JSX.Element {
  const derived = useDerived();
  const tiles = derived ? describeFigures(derived.graph, derived.figures) : [];
  return (
    <Landmark as="section" className={styles.strip} aria-label={en.panels.metrics}>
      {tiles.map((tile) => (
        <WithTip key={tile.id} tip={tile.title}>
          <button
            type="button"
            className={styles.tile}
            data-figure={tile.id}
            data-tone={tile.tone}
            onClick={() => {
              const about = tile.id === 'bottleneck' ? derived?.figures.bottleneck : null;
              if (!about) return;
              const ids =
                about.kind === 'step'
                  ? [about.id]
                  : (derived?.graph.nodes ?? [])
                      .filter((node) => node.role === about.id)
                      .map((node) => node.id);
              select(ids);
              viewControl()?.show(ids);
            }}
          >
            <span className={styles.label}>{tile.label}</span>
            <span className={styles.value}>
              {tile.value}
              {tile.aside !== null && <span className={styles.aside}>{tile.aside}</span>}
            </span>
            {tile.bar !== null && (
              <span className={styles.ratio} aria-hidden="true">
                <span style={{ width: `${String(Math.round(tile.bar * 100))}%` }} />
              </span>
            )}
            <span className={styles.note}>
              {tile.emphasis !== '' && <strong>{tile.emphasis}</strong>}
              {tile.note.slice(tile.emphasis.length)}
            </span>
          </button>
        </WithTip>
      ))}
    </Landmark>
  );
}
