// Stand-in for Electron's default app, which the fallback runtime lacks: `electron [switches] <folder|file> [arguments]`.
// It must be an ES module that awaits the app: Electron holds back `ready` until this module has loaded.
import { app } from 'electron/main';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The app's folder or file; Playwright's `-r <loader>` is obeyed on the way. */
function findTarget(args) {
  for (let i = 0; i < args.length; i++) {
    const argument = args[i];
    if (argument === '--version' || argument === '-v') {
      console.log(`v${process.versions.electron}`);
      process.exit(0);
    }
    if (argument === '-r' || argument === '--require') {
      createRequire(import.meta.url)(path.resolve(args[++i]));
    } else if (!argument.startsWith('-')) {
      return argument;
    }
  }
  console.error('usage: electron <path> [arguments]');
  return process.exit(2);
}

/** Names the app as its package.json does and gives the file to load. */
function prepare(target) {
  if (!fs.statSync(target).isDirectory()) {
    app.setAppPath(path.dirname(target));
    return target;
  }
  const described = JSON.parse(fs.readFileSync(path.join(target, 'package.json'), 'utf8'));
  if (described.version) app.setVersion(described.version);
  if (described.productName || described.name) app.setName(described.productName || described.name);
  if (described.desktopName) app.setDesktopName(described.desktopName);
  app.setAppPath(target);
  return path.join(target, described.main || 'index.js');
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const target = path.resolve(findTarget(process.argv.slice(1)));
let entry;
try {
  entry = prepare(target);
} catch (error) {
  console.error(`Unable to find an Electron app at ${target}\n${error.message}`);
  process.exit(1);
}
await import(pathToFileURL(entry).href);
