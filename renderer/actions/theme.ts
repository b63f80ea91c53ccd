/** True where the dark theme is on the screen. */
export function isDark(): boolean {
  return document.documentElement.dataset['theme'] === 'dark';
}
