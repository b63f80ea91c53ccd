import { app, type Session, type WebContents } from 'electron';
import { isOwnAddress, mayLoad } from './asset-path';

const allowedPermission = 'clipboard-sanitized-write';

/** Shuts a session: no permission but writing a picture to the clipboard, no device, no download, no network. */
export function hardenSession(session: Session, devUrl: string | null): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) =>
    answer(
      permission === allowedPermission &&
        details.isMainFrame &&
        isOwnAddress(details.requestingUrl, devUrl) &&
        contents !== null,
    ),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === allowedPermission && isOwnAddress(origin, devUrl),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.setSpellCheckerEnabled(false);
  // Without this Chromium asks a server for a dictionary.
  session.setSpellCheckerLanguages([]);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url, devUrl) }));
}

/**
 * Call before the app is ready. No name is looked up and no proxy is asked for: neither the policy of a page nor the
 * filter of requests sees a hint for a later connection (`<link rel="dns-prefetch">`), which would tell a name outside.
 * No script pastes: `execCommand('paste')` would give a page what was last copied anywhere, and ask nobody.
 */
export function hardenEngine(devUrl: string | null): void {
  app.commandLine.appendSwitch('blink-settings', 'DOMPasteAllowed=false');
  if (devUrl !== null) return;
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
}

function hardenContents(contents: WebContents, devUrl: string | null): void {
  // WebRTC would pass by the policy of the page and the filter of requests.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  for (const name of ['will-navigate', 'will-frame-navigate'] as const)
    contents.on(name as 'will-frame-navigate', (event) => {
      // The development server reloads the whole page when it must.
      const isReload =
        devUrl !== null && isOwnAddress(event.url, devUrl) && isOwnAddress(contents.getURL(), devUrl);
      if (!isReload) event.preventDefault();
    });
  // A page that sets itself to about:blank is asked nothing; it may call nothing there, and is brought back.
  let last = '';
  contents.on('did-navigate', (_event, address) => {
    if (isOwnAddress(address, devUrl)) last = address;
    else if (last !== '') void contents.loadURL(last);
  });
}

/** Hardens every page of the app, those to come included: no navigation, no new window, no embedded page. */
export function hardenAllContents(devUrl: string | null): void {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, devUrl));
}
