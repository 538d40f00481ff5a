// The look of an exported page, on screen in light and dark and on paper. Fonts are the reader's own.
import { colorHex, colors } from '../model/color.ts'

const spines = colors
  .map((color) => `.annotation.${color}{border-inline-start-color:${colorHex[color]}}`)
  .join('\n')

export const htmlStyle = `
:root{color-scheme:light dark;--text:#1d1d1f;--soft:#5b5b60;--line:#d9d9de;--page:#fff;--link:#0b57a4}
@media (prefers-color-scheme:dark){:root{--text:#e8e6e3;--soft:#a9a7a3;--line:#3a3a3f;--page:#1b1b1d;--link:#8ab8ff}}
body{margin:0 auto;max-width:44rem;padding:2.5rem 1.25rem;background:var(--page);color:var(--text);font:1.0625rem/1.6 Charter,"Source Serif 4",Georgia,serif}
h1,h2,h3,dl,nav,footer,.tags{font-family:system-ui,sans-serif}
h1{font-size:1.7rem;line-height:1.25}h2{font-size:1.35rem;line-height:1.3;margin-top:3rem}h3{font-size:1rem;margin-top:2rem}
a{color:var(--link)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;font-size:.875rem;color:var(--soft)}
dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
nav ol{padding-inline-start:1.5rem}nav span,footer,.tags{color:var(--soft);font-size:.875rem}
.annotation{margin:1.75rem 0;padding-inline-start:1rem;border-inline-start:.3rem solid;overflow-wrap:anywhere}
${spines}
.annotation>blockquote{margin:0}.annotation>blockquote>p{margin:.4rem 0}
.annotation>blockquote>pre{white-space:pre-wrap;font-size:.875em}
.annotation>.remark+blockquote{margin-inline-start:1rem}
.remark,.warning{color:var(--soft);font:.875rem/1.5 system-ui,sans-serif}.warning{padding:.4rem .75rem;border:1px solid var(--line);border-radius:.3rem}
.note{margin-top:.75rem;font-size:.9375rem}.note pre{overflow-x:auto}.note .plain{white-space:pre-wrap}.note blockquote{margin-inline:1rem;color:var(--soft)}
.note table{border-collapse:collapse}.note th,.note td{border:1px solid var(--line);padding:.2rem .5rem;text-align:start}
.tags{margin:.6rem 0 0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.25rem .75rem}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:.75rem}
@media print{:root{--text:#000;--soft:#444;--line:#bbb;--page:#fff;--link:#000}body{max-width:none;padding:0;font-size:10.5pt}h2,h3{break-after:avoid}.annotation{break-inside:avoid;print-color-adjust:exact;-webkit-print-color-adjust:exact}nav{break-after:page}a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em}}
@page{margin:2cm}
`.trim()
