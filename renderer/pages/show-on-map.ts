import { viewControl } from '../canvas/viewport';
import { select, showPage, useApp } from '../store';

/** Shows a node or a flow on the canvas, in the middle and with the focus. */
export function showOnMap(id: string | null): void {
  if (id === null) return;
  const wasThere = useApp.getState().page === 'map';
  select([id]);
  showPage('map');
  const show = (): void => {
    viewControl()?.show([id]);
    viewControl()?.focus(id);
  };
  if (wasThere) show();
  // The canvas is made anew with the page, and measured one frame later.
  else setTimeout(() => requestAnimationFrame(show), 60);
}
