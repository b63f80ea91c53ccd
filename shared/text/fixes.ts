/** Words of quick fixes, of future states and of the preview of a fix. */
export const fixesText = {
  /** A role that only a future state has. */
  roleIn: (role: string, map: string) => `${role} (${map})`,
} as const;
