import { preferPanels, showPage, useApp } from '../../store';

/** Opens the library beside the map, ready to be searched. */
export function openLibrary(): void {
  showPage('map');
  useApp.setState({ leftTab: 'library' });
  if (!useApp.getState().preferences.panels.leftOpen) preferPanels({ leftOpen: true });
  const focusSearch = (): void =>
    document.querySelector<HTMLElement>('[data-pane="palette"] input[type="search"]')?.focus();
  // The panel must stand there, and the menu that asked for it must have given the focus back.
  requestAnimationFrame(() => requestAnimationFrame(focusSearch));
}
