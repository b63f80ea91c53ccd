import { en } from '../../shared/text/en';
import type { ElementKind } from '../app-state';
import { prefer } from '../store';
import { Button } from '../ui/button';
import { useToolbar } from '../ui/use-toolbar';
import { ElementGlyph } from './element-glyph';
import styles from './palette.module.css';
import { PaletteDragGhost, usePaletteDrag } from './palette-drag';

/** The five symbols that a newcomer needs. */
const symbols: readonly ElementKind[] = ['start', 'step', 'decision', 'end', 'note'];

/** The palette of the simple mode, with the way back to everything. */
export function SimplePalette(): React.JSX.Element {
  const { grab, ghost } = usePaletteDrag();
  const toolbar = useToolbar('all');
  return (
    <div className={styles.palette}>
      <div
        className={styles.scroll}
        {...toolbar}
        aria-label={en.canvas.palette}
        aria-description={en.canvas.dragHint}
      >
        <p className={styles.simpleHead}>{en.canvas.simple.symbols}</p>
        <div className={styles.symbols}>
          {symbols.map((kind) => (
            <button
              key={kind}
              type="button"
              className={styles.symbol}
              data-item={kind}
              title={en.canvas.elementHints[kind]}
              {...grab({ kind: 'element', id: kind }, en.canvas.element[kind])}
            >
              <ElementGlyph of={kind} />
              <span>
                <strong>{en.canvas.element[kind]}</strong>
                {en.canvas.elementHints[kind]}
              </span>
            </button>
          ))}
        </div>
      </div>
      <div className={styles.simpleFoot}>
        <p>{en.canvas.simple.on}</p>
        <Button onPress={() => prefer({ isSimple: false })}>{en.canvas.simple.showAll}</Button>
      </div>
      {ghost && <PaletteDragGhost ghost={ghost} />}
    </div>
  );
}
