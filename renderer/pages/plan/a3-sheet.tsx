import { useEffect, useMemo, useRef, useState } from 'react';
import { labelSizeFor } from '../../../shared/drawing/flow-text';
import type { DrawingContext } from '../../../shared/drawing/context';
import { drawMapInRoom, drawMapOnPages, legibleScale } from '../../../shared/drawing/draw-rows';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { describeFigures } from '../../../shared/figures/describe';
import { layoutMap } from '../../../shared/layout/layout-map';
import type { MapLayout } from '../../../shared/layout/types';
import { stepsOf } from '../../../shared/model/queries';
import { en } from '../../../shared/text/en';
import { Drawing } from '../../canvas/drawing';
import { showPage, useApp } from '../../store';
import { Paper } from '../paper/paper';
import { SavePdf } from '../paper/save-pdf';
import { A3Analysis, A3Target } from './a3-analysis';
import { Missing, Part } from './a3-part';
import { A3Countermeasures, A3FollowUp, A3Plan } from './a3-tables';
import styles from './a3.module.css';
import type { Plan } from './use-threads';

const words = en.a3;

/** Width of the sheet before it is fitted into the page, pixels; A3 on its side. */
const width = 1480;

/** By how much the sheet is made smaller or larger to take the width of the page. */
function useFit(): { ref: React.RefObject<HTMLDivElement | null>; scale: number } {
  const ref = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) =>
      setScale(Math.min(1.15, Math.max(0.5, (entry?.contentRect.width ?? width) / width))),
    );
    if (ref.current) observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return { ref, scale };
}

const told = ['purpose', 'scenario', 'trigger', 'valueOutcome', 'scope'] as const;

function Background({ plan }: { plan: Plan }): React.JSX.Element {
  const { stream } = plan.base;
  const said = told.filter((key) => (stream[key] ?? '').trim() !== '');
  return (
    <Part number={1} title={words.parts.background}>
      {said.length === 0 ? (
        <Missing text={words.missing.background} go={words.go.charter} onGo={() => showPage('charter')} />
      ) : (
        <dl className={styles.facts}>
          {said.map((key) => (
            <div key={key}>
              <dt>{words.fields[key]}</dt>
              <dd>{stream[key]}</dd>
            </div>
          ))}
        </dl>
      )}
    </Part>
  );
}

/** Room for the map on the sheet, and on a sheet of its own, pixels. */
const picturePlace = { width: 1376, height: 340 };
const mapSheetPlace = { width: 1480, height: 960 };

/** The current map as it is drawn on paper: without lanes and badges. */
function useDrawn({ base, derived: { pack } }: Plan): { context: DrawingContext; layout: MapLayout } {
  return useMemo(() => {
    const layout = layoutMap(base, { laneBy: 'none', pack, labelSize: labelSizeFor(base) });
    const figures = computeFigures(base);
    return { context: { graph: base, figures, badges: new Map(), pack, view: { lanes: 'none' } }, layout };
  }, [base, pack]);
}

function Picture({ plan }: { plan: Plan }): React.JSX.Element {
  const drawn = useDrawn(plan);
  const { list, rows } = useMemo(() => drawMapInRoom(drawn.context, drawn.layout, picturePlace), [drawn]);
  return (
    <div className={styles.picture} data-rows={rows > 1 ? rows : undefined}>
      <Drawing list={list} label={words.map(plan.base.map.name)} />
    </div>
  );
}

/** Where the map is too long to be read on the sheet, more sheets with the map alone. */
function MapSheets({ plan }: { plan: Plan }): React.JSX.Element {
  const { context, layout } = useDrawn(plan);
  const isLegible = drawMapInRoom(context, layout, picturePlace).scale >= legibleScale;
  const sheets = isLegible ? [] : drawMapOnPages(context, layout, mapSheetPlace);
  const { name } = plan.base.map;
  return (
    <>
      {sheets.map((list, index) => (
        <Paper key={index} size="a3-landscape" isOnePage>
          <div className={styles.mapSheet}>
            <h2>{words.mapSheet(name, index + 1, sheets.length)}</h2>
            <Drawing list={list} label={words.map(name)} />
          </div>
        </Paper>
      ))}
    </>
  );
}

function Current({ plan }: { plan: Plan }): React.JSX.Element {
  const { base } = plan;
  const tiles = describeFigures(base, computeFigures(base));
  return (
    <Part number={2} title={words.parts.current}>
      {stepsOf(base).length === 0 ? (
        <Missing text={words.missing.map} go={words.go.map} onGo={() => showPage('map')} />
      ) : (
        <>
          <Picture plan={plan} />
          <dl className={styles.tiles} aria-label={words.figures}>
            {tiles.map(({ id, label, value, tone }) => (
              <div key={id} data-tone={tone}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Part>
  );
}

function Head({ plan }: { plan: Plan }): React.JSX.Element {
  const { stream } = plan.base;
  const today = useApp((state) => state.today);
  const facts = [
    [words.owner, stream.owner ?? words.nobody],
    [words.team, stream.team ?? words.nobody],
    [words.date, today],
  ] as const;
  return (
    <header className={styles.head}>
      <h2>{words.title(stream.name)}</h2>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

function Content({ plan }: { plan: Plan }): React.JSX.Element {
  return (
    <>
      <Head plan={plan} />
      <Background plan={plan} />
      <Current plan={plan} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <A3Target plan={plan} />
          <A3Analysis plan={plan} />
        </div>
        <div className={styles.column}>
          <A3Countermeasures plan={plan} />
          <A3Plan plan={plan} />
          <A3FollowUp plan={plan} />
        </div>
      </div>
    </>
  );
}

/** The whole improvement on one sheet: why, how it is now, where to, what stands in the way, what is done, by whom, and how it is checked. */
export function A3Sheet({ plan }: { plan: Plan }): React.JSX.Element {
  const { ref, scale } = useFit();
  return (
    <div className={styles.scroll}>
      <div className={styles.print}>
        <SavePdf fileName={en.paper.a3File(plan.base.stream.name)}>
          <Paper size="a3-landscape" isOnePage>
            <div className={styles.onPaper}>
              <Content plan={plan} />
            </div>
          </Paper>
          {stepsOf(plan.base).length > 0 && <MapSheets plan={plan} />}
        </SavePdf>
      </div>
      <div ref={ref} className={styles.room}>
        <article className={styles.sheet} style={{ zoom: scale }} aria-label={words.label}>
          <Content plan={plan} />
        </article>
      </div>
    </div>
  );
}
