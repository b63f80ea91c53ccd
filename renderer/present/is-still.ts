/** True where the system or the user wants no motion. */
export function isStill(): boolean {
  return document.documentElement.dataset['motion'] === 'reduced';
}
