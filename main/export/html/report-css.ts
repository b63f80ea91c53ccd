import { fontFamilies } from '../../../shared/drawing/font-metrics';
import { dark, light } from '../../../shared/drawing/theme';

type Colours = Readonly<Record<keyof typeof light, string>>;

const variables = (colours: Colours): string =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

/** Every colour of a drawing as a variable, so that one picture serves light and dark. */
export const variableTheme: Colours = Object.fromEntries(
  Object.keys(light).map((name) => [name, `var(--${name})`]),
) as Record<keyof typeof light, string>;

const rules = `
*{box-sizing:border-box}
html{background:var(--canvas);color:var(--text);scroll-behavior:smooth}
body{margin:0;font:15px/1.55 ${fontFamilies.map((family) => `'${family}'`).join(',')},Inter,'Segoe UI',Arial,sans-serif;font-variant-numeric:tabular-nums}
.page{max-width:1080px;margin:0 auto;padding:48px 32px 96px}
header.cover{border-bottom:1px solid var(--border);margin-bottom:32px;padding-bottom:24px}
h1{font-size:34px;line-height:1.15;letter-spacing:-.02em;margin:0 0 8px;overflow-wrap:anywhere}
.subtitle{color:var(--text2);font-size:17px;margin:0}
.date{color:var(--text3);margin:8px 0 0}
section{background:var(--surface);border:1px solid var(--border);border-radius:12px;margin:0 0 24px;padding:28px 32px 32px}
h2{font-size:24px;line-height:1.2;letter-spacing:-.015em;margin:0 0 16px}
h3{font-size:18px;margin:28px 0 8px;overflow-wrap:anywhere}
h4{font-size:15.5px;margin:22px 0 6px;overflow-wrap:anywhere}
p{margin:0 0 12px;max-width:75ch;overflow-wrap:anywhere}
p.lead{font-size:17px}
p.quiet{color:var(--text3);font-size:14px}
p.good{color:var(--ok)}p.warning{color:var(--warning)}p.bad{color:var(--error)}
ul,ol{margin:0 0 14px;padding-left:24px;max-width:80ch}
li{margin:0 0 5px;overflow-wrap:anywhere}
nav{background:var(--surface);border:1px solid var(--border);border-radius:12px;margin:0 0 24px;padding:18px 32px}
nav h2{font-size:15px;margin:0 0 8px}
nav ol{margin:0;columns:2;column-gap:32px}
a{color:var(--accent)}
a:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
.tiles{display:grid;gap:12px;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));list-style:none;margin:0 0 20px;max-width:none;padding:0}
.tiles li{background:var(--sunken);border:1px solid var(--border);border-radius:10px;margin:0;padding:14px 16px}
.tiles span{display:block}
.tiles .name{color:var(--text2);font-size:13px}
.tiles .value{font-size:23px;font-weight:650;letter-spacing:-.015em;line-height:1.25;overflow-wrap:anywhere}
.tiles .detail{color:var(--text3);font-size:13px}
.tiles .bad .value{color:var(--error)}.tiles .good .value{color:var(--ok)}.tiles .warning .value{color:var(--warning)}
.scroll{margin:8px 0 22px;overflow-x:auto}
table{border-collapse:collapse;font-size:14px;min-width:100%}
caption{caption-side:top;color:var(--text2);font-size:13px;font-weight:600;padding:0 0 6px;text-align:left}
th,td{border-bottom:1px solid var(--border);overflow-wrap:break-word;padding:7px 12px 7px 0;text-align:left;vertical-align:top}
thead th{border-bottom:1.5px solid var(--borderStrong);color:var(--text2);font-size:13px;font-weight:600}
tbody th{font-weight:600}
.end{text-align:right}
td.good{color:var(--ok)}td.warning{color:var(--warning)}td.bad{color:var(--error)}
figure{margin:8px 0 24px}
figure .scroll{background:var(--canvas);border:1px solid var(--border);border-radius:10px;margin:0}
figure svg{display:block;height:auto;max-width:100%}
figure.wide svg{max-width:none}
figcaption{color:var(--text2);font-size:13px;margin-top:8px}
svg text{font-kerning:none;font-variant-numeric:normal;font-feature-settings:"kern" 0,"calt" 0;white-space:pre}
footer{color:var(--text3);font-size:13px}
@media (max-width:640px){.page{padding:24px 12px 48px}section,nav{padding:18px 16px}nav ol{columns:1}h1{font-size:27px}}
@page{margin:16mm 14mm}
@media print{
html,body{background:#fff}
.page{max-width:none;padding:0}
section,nav{border:0;border-radius:0;margin:0;padding:0 0 12px}
section{break-before:page}
section.cover,nav{break-before:auto}
h2,h3,h4,caption{break-after:avoid}
tr,figure,.tiles li{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
figure .scroll{border-color:var(--border)}
figure svg,figure.wide svg{max-width:100%}
}`;

/** The style of a report: light and dark as the reader's system asks, light on paper. */
export function reportCss(): string {
  return [
    `:root{color-scheme:light dark;${variables(light)}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${variables(dark)}}}`,
    rules.trim(),
  ].join('\n');
}
