import { listOf } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { useApp } from '../store';
import { mapEnding } from './name-parts';

/** A file name without its extension. */
export function bareName(name: string): string {
  return name.replace(/\.[^.]+$/, '');
}

/** The name that the window shows. */
export function shownName(): string {
  const { name, history } = useApp.getState();
  if (name !== '') return name.slice(0, name.length - mapEnding(name).length);
  const [stream] = listOf(history.project.streams);
  return stream?.name || history.project.name || en.shell.untitled;
}
