import { rmSync } from 'node:fs';
import path from 'node:path';

/** Files of a runtime that is not electron-builder's own download, which a package must not carry. */
const LEFTOVERS = ['resources/default_app.asar', 'resources/app-update.yml', '.complete', 'version'];

/** Called by electron-builder with the unpacked Electron, before the app is added. */
export default function afterExtract({ appOutDir }) {
  for (const name of LEFTOVERS) rmSync(path.join(appOutDir, name), { recursive: true, force: true });
}
