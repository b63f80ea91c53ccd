import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Attack } from './attacks';

/** A server that waits for whoever gets out of the page. */
export interface Listener {
  /** Its address: `http://127.0.0.1:1234`. */
  readonly url: string;
  /** What reached it: connections and packets. */
  readonly heard: readonly string[];
  stop(): void;
}

/** Listens on this computer, to connections and to packets of the same port. */
export async function listen(): Promise<Listener> {
  const heard: string[] = [];
  const server = createServer((socket) => {
    heard.push('a connection');
    socket.once('data', (data) => heard.push(data.toString('latin1').split('\r\n')[0] ?? ''));
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\n\r\n');
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const packets = createSocket('udp4', () => heard.push('a packet'));
  await new Promise<void>((done) => {
    packets.bind(port, '127.0.0.1', done);
  });
  const stop = (): void => {
    server.close();
    packets.close();
  };
  return { url: `http://127.0.0.1:${port}`, heard, stop };
}

/** Notes what windows, programs and files the app opens from now on. */
export async function watchOutside(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ app: running, session, shell }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenOutside: seen });
    for (const name of ['openExternal', 'openPath', 'showItemInFolder'] as const)
      Object.assign(shell, { [name]: (what: string) => void seen.push(`${name} ${what}`) });
    running.on('browser-window-created', () => void seen.push('a window'));
    session.defaultSession.on('will-download', (event, item) => {
      if (!event.defaultPrevented) seen.push(`a download of ${item.getURL()}`);
    });
  });
  return () => app.evaluate(() => (globalThis as unknown as { seenOutside: string[] }).seenOutside);
}

/** Tries attacks in the page, one after the other, and gives those that got through. */
export function tryAttacks(page: Page, attacks: readonly Attack[], url: string): Promise<string[]> {
  return page.evaluate(
    async ({ tries, outside }) => {
      const made: Element[] = [];
      const wait = (ms: number): Promise<false> =>
        new Promise((done) => {
          setTimeout(() => done(false), ms);
        });
      const tag = (name: string, fields: object, into: Element = document.body): Element => {
        const element = document.createElement(name);
        made.push(element);
        Object.assign(element, fields);
        into.append(element);
        return element;
      };
      const loads = (element: Element): Promise<boolean> => {
        const loaded = new Promise<boolean>((done) => {
          for (const name of ['load', 'loadeddata', 'canplay'])
            element.addEventListener(name, () => done(true), { once: true });
          element.addEventListener('error', () => done(false), { once: true });
        });
        return Promise.race([loaded, wait(150)]);
      };
      // The developer tools may make text into code, only now; what the code does later is the page's.
      const ready = tries.map(([what, code]) => {
        // oxlint-disable-next-line no-eval
        const attack = eval(`(async (url, wait, tag, loads) => { ${code} })`) as (
          ...all: unknown[]
        ) => Promise<unknown>;
        return { what, attack };
      });
      const through: string[] = [];
      for (const { what, attack } of ready) {
        const tried = (): Promise<unknown> => attack(outside, wait, tag, loads).catch(() => false);
        const outcome = new Promise<unknown>((done) => {
          setTimeout(() => done(tried()));
        });
        if ((await Promise.race([outcome, wait(1500)])) === true) through.push(what);
        for (const element of made.splice(0)) element.remove();
        if ('hacked' in window) through.push(`${what}: its code ran`);
        Reflect.deleteProperty(window, 'hacked');
      }
      return through;
    },
    { tries: attacks, outside: url },
  );
}
