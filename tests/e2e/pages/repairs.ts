import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { writeProject } from '../../../shared/file-format/write';
import { buildMap } from '../../helpers/build-map';
import { expect, type Running } from '../harness/fixture';
import { Editor } from './editor';

/** An open map, and the file that it is saved to. */
export interface Opened {
  readonly page: Page;
  readonly editor: Editor;
  readonly file: string;
}

/** Opens a map of three steps, with two roles where it says so. */
export async function openRepairs(
  folder: string,
  launch: (options: { files: string[] }) => Promise<Running>,
  hasRoles = false,
): Promise<Opened> {
  const { project } = buildMap((m) => {
    m.stream({ name: 'Repairs' });
    if (hasRoles) {
      m.role('desk', { name: 'Service desk' });
      m.role('field', { name: 'Field team' });
    }
    const role = (id: string): { role?: string } => (hasRoles ? { role: id } : {});
    m.start('demand', { position: { x: 60, y: 160 } });
    m.step('log', { ...role('desk'), activity: 'engage', position: { x: 320, y: 160 }, processTime: 6 });
    m.step('sort', { ...role('desk'), activity: 'plan', position: { x: 600, y: 160 }, team: 'Blue' });
    m.step('mend', {
      ...role('field'),
      activity: 'obtain-build',
      position: { x: 880, y: 360 },
      practices: ['incident-management'],
    });
    m.end('value', { position: { x: 1140, y: 160 } });
    m.path('demand', 'log', 'sort', 'mend', 'value');
  });
  const file = path.join(folder, 'repairs.vsmap');
  writeFileSync(file, writeProject(project));
  const { page } = await launch({ files: [file] });
  const editor = new Editor(page);
  await expect(editor.nodes).toHaveCount(5);
  await editor.settled();
  return { page, editor, file };
}
