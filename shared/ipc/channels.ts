import type { Channel, EventName } from './contract';

/** The names of all calls; without the schemas, so that the preload script stays small. A missing or surplus name does not compile. */
export const channels: { readonly [C in Channel]: true } = {
  'app:start': true,
  'document:open': true,
  'document:save': true,
  'document:revert': true,
  'document:state': true,
  'outside:look': true,
  'outside:theirs': true,
  'outside:adopt': true,
  'outside:take': true,
  'outside:keep-both': true,
  'outside:follow': true,
  'history:list': true,
  'history:read': true,
  'history:open-copy': true,
  'history:forget-all': true,
  'recent:list': true,
  'recent:forget': true,
  'recovery:list': true,
  'recovery:of': true,
  'recovery:compare': true,
  'recovery:keep': true,
  'recovery:restore': true,
  'recovery:discard': true,
  'import:open': true,
  'export:save': true,
  'export:make': true,
  'export:stop': true,
  'export:show': true,
  'preferences:get': true,
  'preferences:set': true,
  'analysis:set': true,
  'menu:show': true,
  'page:pdf': true,
  'page:print': true,
  'present:start': true,
  'present:end': true,
  'window:control': true,
  'support:facts': true,
  'support:save': true,
  'support:page-error': true,
};

/** The names of all events; a missing or surplus name does not compile. */
export const events: { readonly [E in EventName]: true } = {
  'menu:command': true,
  'document:handed': true,
  'document:outside': true,
  'document:also-open': true,
  'history:trouble': true,
  'settings:trouble': true,
  'window:save-and-close': true,
  'analysis:changed': true,
  'preferences:changed': true,
  'export:progress': true,
  'window:state': true,
};

/** Carries the path of a dropped file from the preload script, which alone can know it; no function of the bridge takes a path. */
export const dropChannel = 'private:open-dropped';
