import { usualChoices } from '../export/choices';
import type { Preferences } from './preferences';

/** The preferences of somebody who has chosen nothing yet. */
export const defaultPreferences: Preferences = {
  theme: 'system',
  lanes: 'role',
  panels: { left: 264, right: 300, bottom: 240, leftOpen: true, rightOpen: true, bottomOpen: true },
  snap: true,
  minimap: true,
  zoom: 1,
  contrast: 'system',
  motion: 'system',
  isSimple: false,
  guides: true,
  keys: {},
  tableColumns: [],
  tableMappings: {},
  letters: true,
  keepsVersions: true,
  presentWalk: 'every',
  exports: usualChoices,
};
