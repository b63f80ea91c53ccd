// What of node_modules goes into a package: electron-builder.yml takes this file as its parent.
import { notBundled } from '../build/parts.mjs';
import { lockedPackages, readLock } from '../build/locked-packages.mjs';

/** Files that no program reads: types, source maps, descriptions, sources, tests, second builds for browsers. */
const NEVER_READ = [
  '!node_modules/**/*.{d.ts,d.cts,d.mts,map,md,markdown,flow,ts,tsx,scss,css,html,yml,yaml,gz,txt}',
  '!node_modules/**/{test,tests,__tests__,docs,example,examples,demo,coverage,benchmark}/**',
  '!node_modules/**/.*/**',
  '!node_modules/**/.*',
  '!node_modules/**/{Makefile,component.json,bower.json,yarn.lock}',
  '!node_modules/{fontkit,@swc/helpers,@noble/ciphers}/src/**',
  '!node_modules/**/*.{standalone,es5,min,browser,browser.old,umd,old}.{js,mjs,cjs}',
  '!node_modules/**/browser{-module,}.*',
];

/** The packages whose font files the exports read at run time. */
function fontPackages(lock) {
  return Object.keys(lock.packages[''].dependencies).filter((name) => name.startsWith('@fontsource'));
}

/**
 * Where the packages lie that a package of the product carries beside the bundles: what is not bundled, with all it
 * needs, native code for one system alone.
 */
export function carriedPlaces(platform = process.platform, lock = readLock()) {
  const code = notBundled.filter((name) => name !== 'electron');
  return lockedPackages([...code, ...fontPackages(lock)], lock)
    .filter(({ os }) => os === null || os.includes(platform))
    .map(({ place }) => place);
}

/** The upright files: of a font with an axis those of the axis of weights, of another its regular weight. */
function fontFiles(place) {
  return place.includes('/@fontsource-variable/') ? '*-wght-normal.woff2' : '*-400-normal.woff2';
}

/** electron-builder's patterns for node_modules. They are no platform's own `files`: with those it takes in everything. */
export function nodeModulesPatterns(lock = readLock()) {
  const fonts = fontPackages(lock).map((name) => `node_modules/${name}`);
  const code = carriedPlaces(process.platform, lock).filter((place) => !fonts.includes(place));
  return [
    // Without a pattern that takes something in, the first one that keeps something out would mean all but that.
    'package.json',
    '!node_modules/**',
    ...code.map((place) => `${place}/**`),
    ...NEVER_READ,
    ...fonts.flatMap((place) => [
      `${place}/*.json`,
      `${place}/LICENSE`,
      `${place}/files/${fontFiles(place)}`,
    ]),
  ];
}

export default { files: nodeModulesPatterns() };
