import { type Project, projectSchema } from '../../shared/model/project';
import { type JsonSchema, jsonSchemaOf } from './from-schema';

/** Text that a careless page would run, fetch or follow. `url` is where it would be heard. */
export const hostileTexts = (url: string): readonly string[] => [
  `<img src=x onerror="window.hacked=1">`,
  `<script>window.hacked=1</script>`,
  `"><svg onload="window.hacked=1"><script>window.hacked=1</script></svg>`,
  `' onmouseover='window.hacked=1' autofocus onfocus='window.hacked=1`,
  'javascript:window.hacked=1',
  `[here](javascript:window.hacked=1) ![x](${url}/markdown.png)`,
  `${url}/plain`,
  `<iframe src="${url}/frame" srcdoc="<script>top.hacked=1</script>"></iframe>`,
  `<a href="${url}/link" target=_blank ping="${url}/ping">here</a>`,
  `</style><style>@import url(${url}/style.css);*{background:url(${url}/style.png)}</style>`,
  `url(${url}/paint.svg#a)`,
  `<foreignObject><meta http-equiv=refresh content="0;url=${url}/refresh"></foreignObject>`,
  '{{constructor.constructor("window.hacked=1")()}} ${window.hacked=1} <%= window.hacked=1 %>',
  'data:text/html,<script>opener.hacked=1</script>',
  '\u202egnp.exe\u0000\u0007\u2028 ]]> --> */ %3Cscript%3E &lt;script&gt; \\u003cscript\\u003e',
];

const isFreeText = ({ type, pattern, enum: among, const: one }: JsonSchema): boolean =>
  type === 'string' && pattern === undefined && among === undefined && one === undefined;

type Found = Record<string, unknown>;

/** The places of free text in a schema, as `nodes.*.name`; those that the project has no object for as well. */
function textPlaces(schema: JsonSchema, at = ''): string[] {
  if (isFreeText(schema)) return [at];
  const inside = (key: string, inner: JsonSchema | boolean | undefined): string[] =>
    typeof inner === 'object' ? textPlaces(inner, at === '' ? key : `${at}.${key}`) : [];
  return [
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((each) => textPlaces(each, at)),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => inside(key, inner)),
    ...inside('*', schema.additionalProperties),
    ...inside('*', schema.items),
  ];
}

/** Every free text that a file can hold, by its place. */
export function allTextPlaces(): string[] {
  return [...new Set(textPlaces(jsonSchemaOf(projectSchema)))].sort();
}

/** The containers that a place like `nodes.*.name` names, with the key in them. */
function holders(value: unknown, place: readonly string[]): [Found, string][] {
  const [key = '', ...rest] = place;
  if (typeof value !== 'object' || value === null) return [];
  const here = value as Found;
  if (rest.length === 0) return key === '*' ? Object.keys(here).map((each) => [here, each]) : [[here, key]];
  const next = key === '*' ? Object.values(here) : [here[key]];
  return next.flatMap((each) => holders(each, rest));
}

/**
 * A copy of a project in which every free text means harm: what was there stays in front, what may be there is added,
 * as far as the file stays sound. `places` are those that were reached.
 */
export function hostileProject(
  base: Project,
  texts: readonly string[],
): { readonly project: Project; readonly places: ReadonlySet<string> } {
  const project = structuredClone(base) as unknown as Found;
  const reached = new Set<string>();
  let count = 0;
  for (const place of allTextPlaces())
    for (const [holder, key] of holders(project, place.split('.'))) {
      const before = holder[key];
      const text = texts[count % texts.length] ?? '';
      count += 1;
      holder[key] = typeof before === 'string' && before !== '' ? `${before} ${text}` : text;
      if (projectSchema.safeParse(project).success) reached.add(place);
      else if (before === undefined) Reflect.deleteProperty(holder, key);
      else holder[key] = before;
    }
  return { project: project as unknown as Project, places: reached };
}
