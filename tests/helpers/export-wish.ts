import type { ExportFormat, ExportWish } from '../../shared/export/formats';
import { sectionNames } from '../../shared/report/types';

/** What an export of the map `map` is asked for; `more` says what differs. */
export const exportWish = (format: ExportFormat, more: Partial<ExportWish> = {}): ExportWish => ({
  format,
  scope: { kind: 'map', map: 'map' },
  lanes: null,
  theme: 'light',
  ladder: true,
  scale: 1,
  fonts: 'embedded',
  paper: 'a4',
  orientation: 'portrait',
  pages: 'drawing',
  sections: [...sectionNames],
  today: '2026-11-22',
  ...more,
});
