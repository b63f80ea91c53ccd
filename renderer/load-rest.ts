import { late } from './late';

const rest = late(async () => {
  const { begin, deeds } = await import('./rest');
  begin();
  return deeds;
});

/** What the app can do beyond showing the start screen: documents, actions, keys. Loaded and begun when first asked for. */
export const loadRest = rest.get;

/** The editor. */
export const lateEditor = late(async () => {
  const [{ Editor }] = await Promise.all([import('./shell/editor'), loadRest()]);
  return Editor;
});
