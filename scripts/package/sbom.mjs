import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lockedPackages, readLock } from '../build/locked-packages.mjs';
import { collectNotices } from '../build/licences.mjs';
import { root } from '../setup/paths.mjs';

/** The address of a package in the notation of package URLs. */
function purl(name, version) {
  const [scope, short] = name.startsWith('@') ? name.split('/') : [null, name];
  const prefix = scope === null ? '' : `${encodeURIComponent(scope)}/`;
  return `pkg:npm/${prefix}${short}@${version}`;
}

/** `sha512-<base64>` as CycloneDX writes hashes. */
function hashesOf(integrity) {
  return (integrity ?? '')
    .split(' ')
    .filter((each) => each.startsWith('sha512-'))
    .map((each) => ({
      alg: 'SHA-512',
      content: Buffer.from(each.slice('sha512-'.length), 'base64').toString('hex'),
    }));
}

/** One licence by its SPDX name, several as an expression. */
function licencesOf(licence) {
  return /[ ()]/.test(licence) ? [{ expression: licence }] : [{ license: { id: licence } }];
}

function componentOf({ name, version, integrity, isOptional }, licence) {
  const [group, short] = name.startsWith('@') ? name.split('/') : [null, name];
  return {
    type: 'library',
    'bom-ref': purl(name, version),
    ...(group !== null && { group }),
    name: short,
    version,
    scope: isOptional ? 'optional' : 'required',
    ...(integrity !== null && { hashes: hashesOf(integrity) }),
    licenses: licencesOf(licence),
    purl: purl(name, version),
  };
}

function byPurl(items, refOf) {
  const found = new Map(items.map((item) => [refOf(item), item]));
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

/** An identity that follows from the content, in the form of a UUID. */
function serialNumber(content) {
  const hex = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const variant = ((Number.parseInt(hex[16], 16) & 3) | 8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
  ];
  return `urn:uuid:${parts.join('-')}-${hex.slice(20, 32)}`;
}

/** What each package needs, those of the same name and version in different places taken together. */
function dependenciesOf(packages, direct) {
  const refAt = new Map(packages.map(({ place, name, version }) => [place, purl(name, version)]));
  const needs = new Map([direct]);
  for (const { place, needs: places } of packages) {
    const ref = refAt.get(place);
    needs.set(ref, [...(needs.get(ref) ?? []), ...places.map((each) => refAt.get(each))]);
  }
  return [...needs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([ref, wanted]) => ({ ref, dependsOn: [...new Set(wanted)].sort() }));
}

/** Electron as the lock file pins it, or of the version that a test package is built with. */
function electronOf(lock, testVersion) {
  const place = 'node_modules/electron';
  const pinned = lock.packages[place];
  const version = testVersion ?? pinned.version;
  const integrity = version === pinned.version ? pinned.integrity : null;
  return { place, name: 'electron', version, integrity, isOptional: false, needs: [] };
}

/**
 * What the product is made of, from the lock file, as CycloneDX 1.6: the same lock file gives the same bytes.
 * `testVersion` is the version of an Electron other than the pinned one.
 */
export function makeSbom({ lock = readLock(), testVersion = null } = {}) {
  const app = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const packages = lockedPackages(undefined, lock);
  const all = [...packages, electronOf(lock, testVersion)];
  const licences = new Map(collectNotices(lock).map(({ name, licence }) => [name, licence]));
  const appRef = purl(app.name, app.version);
  const named = new Set([...Object.keys(app.dependencies), 'electron'].map((name) => `node_modules/${name}`));
  const direct = all.filter(({ place }) => named.has(place)).map((each) => purl(each.name, each.version));
  const content = {
    metadata: {
      component: {
        type: 'application',
        'bom-ref': appRef,
        name: app.name,
        version: app.version,
        description: app.description,
        licenses: licencesOf(app.license),
        purl: appRef,
      },
    },
    components: byPurl(
      all.map((each) => componentOf(each, licences.get(each.name))),
      ({ purl: ref }) => ref,
    ),
    dependencies: dependenciesOf(all, [appRef, direct]),
  };
  const head = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialNumber(content),
    version: 1,
  };
  return `${JSON.stringify({ ...head, ...content }, null, 2)}\n`;
}
