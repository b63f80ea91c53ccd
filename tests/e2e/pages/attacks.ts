/** What a page is tried with: what it would be, and code that gives true where it gets through. `url` is a server on this computer, `wait(ms)` waits, `tag(name, fields)` makes an element and puts it into the page, `loads(element)` is true once it has loaded. */
export type Attack = readonly [what: string, code: string];

const link = (rel: string, more = ''): string =>
  `return await loads(tag('link', { rel: '${rel}', href: url + '/${rel}' ${more} }, document.head))`;

/** Ways to tell somebody outside something. */
const network: readonly Attack[] = [
  ['fetch', 'return (await fetch(url)).ok'],
  ['fetch without CORS', "await fetch(url, { mode: 'no-cors' }); return true"],
  ['fetch of a data address', "return (await fetch('data:text/plain,x')).ok"],
  ['fetch of another scheme', "return (await fetch('app://other/index.html')).ok"],
  [
    'XMLHttpRequest',
    "const r = new XMLHttpRequest(); r.open('GET', url); const sent = new Promise((d) => { r.onload = () => d(true); r.onerror = () => d(false); }); r.send(); return await sent",
  ],
  [
    'WebSocket',
    "const s = new WebSocket(url.replace('http', 'ws')); return await new Promise((d) => { s.onopen = () => d(true); s.onerror = () => d(false); })",
  ],
  [
    'EventSource',
    'const s = new EventSource(url); return await new Promise((d) => { s.onopen = () => d(true); s.onerror = () => { s.close(); d(false); }; })',
  ],
  ['WebTransport', "await new WebTransport(url.replace('http:', 'https:')).ready; return true"],
  ['sendBeacon', "navigator.sendBeacon(url, 'x')"],
  ['fetchLater', "fetchLater(url, { method: 'POST', activateAfter: 0 })"],
  ['picture', 'return await loads(tag("img", { src: url + "/x.png" }))'],
  ['picture by srcset', 'return await loads(tag("img", { srcset: url + "/x.png 1x" }))'],
  ['picture from a file', 'return await loads(tag("img", { src: "file:///usr/share/pixmaps/x.png" }))'],
  ['video', 'return await loads(tag("video", { src: url + "/x.mp4", preload: "auto" }))'],
  ['sound', 'return await loads(new Audio(url + "/x.mp3"))'],
  ['script by address', 'return await loads(tag("script", { src: url + "/x.js" }))'],
  ['module by address', 'await import(url + "/x.js"); return true'],
  ['style sheet', link('stylesheet')],
  ['preload', link('preload', ", as: 'fetch'")],
  ['module preload', link('modulepreload')],
  ['prefetch', link('prefetch')],
  ['prerender', link('prerender')],
  ['preconnect', link('preconnect')],
  ['dns-prefetch', link('dns-prefetch')],
  ['manifest', link('manifest')],
  ['icon', link('icon')],
  [
    'speculation rules',
    'tag("script", { type: "speculationrules", textContent: JSON.stringify({ prefetch: [{ source: "list", urls: [url] }] }) })',
  ],
  ['frame', 'tag("iframe", { src: url }); await wait(100)'],
  ['object', 'tag("object", { data: url + "/x.swf" }); await wait(100)'],
  ['embed', 'tag("embed", { src: url + "/x.swf" }); await wait(100)'],
  ['typeface', 'await new FontFace("x", `url(${url}/x.woff2)`).load(); return true'],
  ['picture of a style', 'tag("div", {}).style.background = `url(${url}/x.png)`; await wait(100)'],
  [
    'import in a made style sheet',
    'const s = new CSSStyleSheet(); s.replaceSync(`@import url(${url}/x.css); @font-face { font-family: z; src: url(${url}/z.woff2) } body::after { content: url(${url}/y.png); font-family: z }`); document.adoptedStyleSheets = [s]; await wait(100); document.adoptedStyleSheets = []',
  ],
  [
    'style element',
    'const s = tag("style", { textContent: "body { --got: 1 }" }, document.head); return s.sheet !== null && s.sheet.cssRules.length > 0',
  ],
  [
    'picture in SVG',
    'const i = document.createElementNS("http://www.w3.org/2000/svg", "image"); i.setAttribute("href", url + "/x.png"); const s = document.createElementNS("http://www.w3.org/2000/svg", "svg"); s.append(i); document.body.append(s); return await loads(i)',
  ],
  [
    'external use in SVG',
    'const u = document.createElementNS("http://www.w3.org/2000/svg", "use"); u.setAttribute("href", url + "/x.svg#a"); const s = document.createElementNS("http://www.w3.org/2000/svg", "svg"); s.append(u); document.body.append(s); return await loads(u)',
  ],
  [
    'transformation of XML',
    'const x = new XSLTProcessor(); const d = document.implementation.createDocument("http://www.w3.org/1999/XSL/Transform", "xsl:stylesheet"); d.documentElement.setAttribute("version", "1.0"); const i = d.createElementNS("http://www.w3.org/1999/XSL/Transform", "xsl:include"); i.setAttribute("href", url + "/x.xsl"); d.documentElement.append(i); x.importStylesheet(d)',
  ],
  ['ping of a link', 'const a = tag("a", { href: "#", ping: url }); a.click(); await wait(50)'],
  ['form', 'tag("form", { action: url, method: "post" }).submit(); await wait(50)'],
  ['form to a new window', 'tag("form", { action: url, target: "_blank" }).submit(); await wait(50)'],
  [
    'refresh by a meta element',
    'tag("meta", { httpEquiv: "refresh", content: `0; url=${url}` }, document.head); await wait(100)',
  ],
  [
    'WebRTC to a STUN server',
    'const p = new RTCPeerConnection({ iceServers: [{ urls: url.replace("http://", "stun:") }] }); const found = []; p.onicecandidate = ({ candidate }) => candidate?.candidate && found.push(candidate.candidate); p.createDataChannel("x"); await p.setLocalDescription(await p.createOffer()); await Promise.race([wait(700), new Promise((d) => { p.onicegatheringstatechange = () => p.iceGatheringState === "complete" && d(); })]); p.close(); return found.some((line) => / udp /i.test(line))',
  ],
];

/** Ways to leave the page or to open another. */
const away: readonly Attack[] = [
  ['location', 'location.assign(url); await wait(50)'],
  ['location of a file', 'location.href = "file:///etc/hostname"; await wait(50)'],
  ['location of data', 'location.href = "data:text/html,x"; await wait(50)'],
  [
    'location of a made page',
    'location.href = URL.createObjectURL(new Blob(["x"], { type: "text/html" })); await wait(50)',
  ],
  ['location of another host', 'location.href = "app://other/index.html"; await wait(50)'],
  ['location of a program', 'location.href = "vscode://file/etc/passwd"; await wait(50)'],
  ['location by the top', 'top.location = url; await wait(50)'],
  ['window', 'return window.open(url) !== null'],
  ['window of nothing', 'return window.open("about:blank") !== null'],
  ['window of a file', 'return window.open("file:///etc/hostname") !== null'],
  ['window of code', 'return window.open("javascript:window.hacked = 1") !== null'],
  ['window of ours', 'return window.open(location.href) !== null'],
  [
    'window with Node',
    'return window.open("about:blank", "x", "nodeIntegration=yes,contextIsolation=no,sandbox=no") !== null',
  ],
  [
    'frame that goes elsewhere',
    'const f = tag("iframe", {}); f.contentWindow.location = url; await wait(100); return f.contentWindow.length > 0',
  ],
  [
    'frame with text',
    'const f = tag("iframe", {}); f.setAttribute("srcdoc", "<b>x</b>"); await wait(100); return f.contentDocument.body.textContent === "x"',
  ],
  [
    'frame of our page',
    'const f = tag("iframe", { src: location.href }); await wait(100); return f.contentDocument !== null && f.contentDocument.URL !== "about:blank"',
  ],
  [
    'embedded page of Electron',
    'const w = tag("webview", { src: url }); await wait(50); return typeof w.loadURL === "function"',
  ],
  [
    'other base address',
    'tag("base", { href: url }, document.head); return document.baseURI.startsWith(url)',
  ],
  ['other domain', 'document.domain = "example.org"; return document.domain === "example.org"'],
  [
    'download of a made file',
    'tag("a", { href: URL.createObjectURL(new Blob(["x"])), download: "x.exe" }).click(); await wait(100)',
  ],
  [
    'download of data',
    'tag("a", { href: "data:application/octet-stream,x", download: "x.exe" }).click(); await wait(100)',
  ],
  ['own protocol of the system', 'navigator.registerProtocolHandler("web+evil", url + "/%s"); return true'],
];

const run = 'window.hacked = 1';
const script = `<img src=x onerror="${run}"><script>${run}</script>`;
const got = 'await wait(30); return "hacked" in window';

/** Ways to make text into code. */
const code: readonly Attack[] = [
  ['eval', `(0, eval)("${run}"); ${got}`],
  ['Function', `new Function("${run}")(); ${got}`],
  ['AsyncFunction', `await (async () => {}).constructor("${run}")(); ${got}`],
  ['text for a timer', `setTimeout("${run}", 0); ${got}`],
  ['text for an interval', `const i = setInterval("${run}", 5); ${got}`],
  [
    'script element with text',
    `const s = document.createElement("script"); s.append("${run}"); document.body.append(s); ${got}`,
  ],
  [
    'script element of SVG',
    `const s = document.createElementNS("http://www.w3.org/2000/svg", "script"); s.append("${run}"); document.body.append(s); ${got}`,
  ],
  [
    'handler in an attribute',
    `const b = tag("button", {}); b.setAttribute("onclick", "${run}"); b.click(); ${got}`,
  ],
  ['link to code', `tag("a", { href: "javascript:${run}" }).click(); ${got}`],
  [
    'form to code',
    `const f = document.createElement("form"); f.action = "javascript:${run}"; document.body.append(f); f.submit(); ${got}`,
  ],
  [
    'frame of code',
    `const f = document.createElement("iframe"); f.src = "javascript:${run}"; document.body.append(f); ${got}`,
  ],
  ['innerHTML', `document.createElement("div").innerHTML = ${JSON.stringify(script)}; ${got}`],
  ['outerHTML', `tag("p", {}).outerHTML = ${JSON.stringify(script)}; ${got}`],
  ['insertAdjacentHTML', `document.body.insertAdjacentHTML("beforeend", ${JSON.stringify(script)}); ${got}`],
  ['setHTMLUnsafe', `document.createElement("div").setHTMLUnsafe(${JSON.stringify(script)}); ${got}`],
  ['document.write', `document.write(${JSON.stringify(script)}); ${got}`],
  [
    'fragment of a range',
    `document.body.append(document.createRange().createContextualFragment(${JSON.stringify(script)})); ${got}`,
  ],
  ['insertHTML', `document.execCommand("insertHTML", false, ${JSON.stringify(script)}); ${got}`],
  ['parsed document', `new DOMParser().parseFromString(${JSON.stringify(script)}, "text/html"); ${got}`],
  ['policy of its own for trusted types', 'trustedTypes.createPolicy("mine", {}); return true'],
  [
    'our policy made once more',
    'trustedTypes.createPolicy("app-worker", { createScriptURL: (x) => x }); return true',
  ],
  ['policy of a library that is not here', 'trustedTypes.createPolicy("dompurify", {}); return true'],
  ['default policy', 'trustedTypes.createPolicy("default", {}); return true'],
  ['module of data', `await import("data:text/javascript,${run}"); return true`],
  [
    'module of a made file',
    `await import(URL.createObjectURL(new Blob(["${run}"], { type: "text/javascript" }))); return true`,
  ],
  [
    'script of a made file',
    `return await loads(tag("script", { src: URL.createObjectURL(new Blob(["${run}"])) }))`,
  ],
  ['worker by address', 'new Worker(url + "/x.js"); return true'],
  ['worker of a made file', 'new Worker(URL.createObjectURL(new Blob(["1"]))); return true'],
  ['worker of data', 'new Worker("data:text/javascript,1"); return true'],
  ['shared worker', 'new SharedWorker("./x.js"); return true'],
  ['service worker', 'await navigator.serviceWorker.register("./x.js"); return true'],
  ['WebAssembly', 'await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); return true'],
  ['eval of an empty frame', `const f = tag("iframe", {}); f.contentWindow.eval("top.${run}"); ${got}`],
];

/** Every attack by an ordinary page, in groups. */
export const pageAttacks = { network, away, code };
