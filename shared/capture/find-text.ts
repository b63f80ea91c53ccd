import { packOf, plainWords } from '../catalogue/packs';
import type { Flow, MapNode, Project } from '../model/project';
import { listOf, lookUp, membersOf, type WithId } from '../model/queries';
import { searchText } from '../text/search';

const { fields, flow: flowName, unnamed } = searchText.find;

/** An element of a map in which a text was found. */
export interface TextHit {
  readonly id: string;
  readonly map: string;
  /** What the element is called; of a flow the names of its ends. */
  readonly name: string;
  /** The fields in which the text is, in words. */
  readonly fields: readonly string[];
}

type Texts = readonly (readonly [field: string, text: string | undefined])[];

function textsOfNode(project: Project, node: MapNode): Texts {
  const pack = packOf(project.pack);
  const practices = membersOf(node.practices).map(
    (id) => pack.practices.find((each) => each.id === id)?.name,
  );
  const systems = membersOf(node.systems).map((id) => lookUp(project.systems, id)?.name);
  const artefacts = [...membersOf(node.inputs), ...membersOf(node.outputs)];
  return [
    [fields.name, node.name],
    [fields.role, lookUp(project.roles, node.role)?.name],
    [fields.team, node.team],
    [fields.partner, lookUp(project.partners, node.partner)?.name],
    [fields.note, node.note],
    ...practices.map((name) => [fields.practice, name] as const),
    ...systems.map((name) => [fields.system, name] as const),
    ...artefacts.map((id) => [fields.artefact, lookUp(project.artefacts, id)?.name] as const),
  ];
}

const fieldsWith = (texts: Texts, wanted: string): string[] => [
  ...new Set(texts.flatMap(([field, text]) => (plainWords(text ?? '').includes(wanted) ? [field] : []))),
];

function hitsOnMap(project: Project, map: string, wanted: string): TextHit[] {
  const nodes = listOf(project.nodes).filter((node) => node.map === map);
  const flows = Object.entries(project.flows)
    .map(([id, flow]): WithId<Flow> => ({ ...flow, id }))
    .filter((flow) => flow.map === map && flow.label !== undefined)
    .sort((a, b) => a.order - b.order);
  const name = (id: string): string => lookUp(project.nodes, id)?.name || unnamed;
  return nodes.flatMap((node) => {
    const found = fieldsWith(textsOfNode(project, node), wanted);
    const own = found.length === 0 ? [] : [{ id: node.id, map, name: node.name || unnamed, fields: found }];
    const out = flows
      .filter((flow) => flow.from === node.id && fieldsWith([[fields.label, flow.label]], wanted).length > 0)
      .map((flow) => ({
        id: flow.id,
        map,
        name: flowName(name(flow.from), name(flow.to)),
        fields: [fields.label],
      }));
    return [...own, ...out];
  });
}

/** The elements that have a text in their names, notes, labels, or in the names of what they use; case, accents and signs aside. Map by map, in the order of the model. */
export function findText(project: Project, maps: readonly string[], text: string): readonly TextHit[] {
  const wanted = plainWords(text);
  return wanted === '' ? [] : maps.flatMap((map) => hitsOnMap(project, map, wanted));
}
