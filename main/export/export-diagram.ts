import { analyse } from '../../shared/analysis/analyse';
import { presentFindings } from '../../shared/analysis/present-findings';
import { packOf } from '../../shared/catalogue/packs';
import type { DisplayList } from '../../shared/drawing/display-list';
import { foldMap } from '../../shared/drawing/fold-map';
import { drawMap } from '../../shared/drawing/draw-map';
import { labelSizeFor } from '../../shared/drawing/flow-text';
import { dark, light } from '../../shared/drawing/theme';
import { computeFigures } from '../../shared/figures/compute-figures';
import type { View } from '../../shared/ipc/contract';
import { layoutMap } from '../../shared/layout/layout-map';
import { usefulLanes } from '../../shared/layout/useful-lanes';
import type { Project } from '../../shared/model/project';
import { graphOf } from '../../shared/model/queries';
import { drawingText } from '../../shared/text/drawing';
import { toDiagramPdf } from './diagram-pdf';
import { toPng } from './png';
import { toSvgFile } from './svg';

/** How a map is drawn: `today` (ISO date) is what its findings are judged by. */
export interface DiagramView extends View {
  readonly today: string;
}

export interface DiagramOptions {
  readonly format: 'svg' | 'png' | 'pdf';
  /** Pixels of a PNG per pixel at 100 %; other formats have no pixels. */
  readonly scale: 1 | 2 | 4;
  readonly view: DiagramView;
}

/** The project has no map of that id; the message is a sentence. */
export class UnknownMapError extends Error {
  constructor(mapId: string) {
    super(drawingText.noSuchMap(mapId));
    this.name = 'UnknownMapError';
  }
}

/** The drawing of a map as its canvas shows it, with title, ladder and legend; throws `UnknownMapError`. */
export function diagramOf(project: Project, mapId: string, view: DiagramView): DisplayList {
  const graph = graphOf(project, mapId);
  if (!graph) throw new UnknownMapError(mapId);
  const pack = packOf(project.pack);
  const report = analyse(graph, {
    pack,
    profile: project.settings.profile,
    today: view.today,
    suppressForTemplates: true,
  });
  const { badges } = presentFindings(report, graph, pack);
  const lanes = usefulLanes(graph, view.lanes);
  const folded = foldMap(graph, computeFigures(graph));
  const shown = folded.graph;
  const layout = layoutMap(shown, { laneBy: lanes, pack, labelSize: labelSizeFor(shown) });
  const context = { graph: shown, figures: folded.figures, badges, pack, view: { lanes }, folded };
  return drawMap(context, layout, { ladder: view.ladder });
}

/** The file of a map's diagram, the same for the app and the command line: the same project and view give the same bytes. Throws `UnknownMapError`. */
export async function exportDiagram(
  project: Project,
  mapId: string,
  { format, scale, view }: DiagramOptions,
): Promise<Uint8Array> {
  const list = diagramOf(project, mapId, view);
  const theme = view.theme === 'dark' ? dark : light;
  switch (format) {
    case 'svg':
      return toSvgFile(list, theme);
    case 'png':
      return toPng(list, theme, scale);
    case 'pdf':
      return toDiagramPdf(list, theme);
  }
}
