import { readFileSync } from 'node:fs';
import { readProject } from '../../shared/file-format/read';
import type { Project } from '../../shared/model/project';
import { buildReport } from '../../shared/report/build-report';
import { type Report, sectionNames } from '../../shared/report/types';
import { elementsNamed, openOoxml, type XmlElement } from './ooxml-check';
import { slideText } from './pptx-connectors';

const parsed = new WeakMap<Uint8Array, XmlElement[]>();

/** The slides of a presentation in their order. */
export function slidesOf(bytes: Uint8Array): XmlElement[] {
  const known = parsed.get(bytes) ?? parseSlides(bytes);
  parsed.set(bytes, known);
  return known;
}

function parseSlides(bytes: Uint8Array): XmlElement[] {
  const file = openOoxml(bytes);
  const { length } = file.paths.filter((each) => /^ppt\/slides\/slide\d+\.xml$/.test(each));
  return Array.from({ length }, (_, at) => file.root(`ppt/slides/slide${at + 1}.xml`));
}

/** The title of a slide. */
export const titleOf = (slide: XmlElement): string => {
  const holder = elementsNamed(slide, 'p:sp').find((shape) =>
    elementsNamed(shape, 'p:ph').some(({ attributes }) => /title/i.test(attributes.type ?? '')),
  );
  return holder ? slideText(holder) : '';
};

/** The report with all sections of a project. */
export const fullReportOf = (project: Project): Report =>
  buildReport(project, {
    scope: { kind: 'project' },
    sections: [...sectionNames],
    lanes: null,
    ladder: true,
    today: '2026-11-22',
  });

/** The worked example of restoring a service. */
export function incidentExample(): Project {
  const file = new URL('../../examples/incident-restoration.vsmap', import.meta.url);
  const read = readProject(readFileSync(file, 'utf8'));
  if (read.kind !== 'read') throw new Error(read.sentence);
  return read.project;
}
