import '@xyflow/react/dist/style.css';
import { type Edge, type Node, ReactFlow, type Viewport } from '@xyflow/react';
import { createRoot } from 'react-dom/client';

/** What a bare canvas shows: plain nodes and edges, as large as the app's canvas and with its view. */
export interface BareScene {
  readonly nodes: Node[];
  readonly edges: Edge[];
  readonly viewport: Viewport;
  readonly size: { readonly width: number; readonly height: number };
  /** React Flow's own option to draw only what is in the window. */
  readonly isSparing: boolean;
}

declare global {
  interface Window {
    showBare: (scene: BareScene) => void;
  }
}

const root = createRoot(document.getElementById('root') ?? document.body);
let shown = 0;

window.showBare = (scene) => {
  shown += 1;
  root.render(
    <div key={shown} style={scene.size}>
      <ReactFlow
        defaultNodes={scene.nodes}
        defaultEdges={scene.edges}
        defaultViewport={scene.viewport}
        minZoom={0.05}
        panOnDrag={[1]}
        onlyRenderVisibleElements={scene.isSparing}
      />
    </div>,
  );
};
