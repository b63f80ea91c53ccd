import { protocol, type Session } from 'electron';
import { appScheme } from './asset-path';
import { answerRequest } from './page-files';

/** Call before the app is ready: gives the page's scheme the rights of an ordinary secure site. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built page (the folder `root`) and nothing else. */
export function servePage(session: Session, root: string): void {
  session.protocol.handle(appScheme, (request) => answerRequest(request, root));
}
