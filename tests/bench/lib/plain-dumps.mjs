// Pages dumped to plain text, as scrapers without an extractor leave them, and which of their lines are the
// article's: told by the hand-made bodies of the same pages.
import { createHash } from 'node:crypto'
import { parseHTML } from 'linkedom'

const unseen = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD SVG IFRAME OBJECT SELECT TEXTAREA INPUT CANVAS VIDEO AUDIO'.split(
    ' ',
  ),
)
const blocks = new Set(
  `P DIV LI UL OL DL DT DD H1 H2 H3 H4 H5 H6 TR TABLE THEAD TBODY TFOOT CAPTION BLOCKQUOTE FIGURE FIGCAPTION PRE SECTION
  ARTICLE ASIDE HEADER FOOTER NAV MAIN FORM FIELDSET ADDRESS HR BUTTON BODY DETAILS SUMMARY OPTION LABEL`.split(
    /\s+/,
  ),
)
const parted = new Set('P H1 H2 H3 H4 H5 H6 UL OL TABLE BLOCKQUOTE FIGURE PRE'.split(' '))

/**
 * The two ways in which most dumps are made.
 * - `seen`: as a browser copies a page: a row of a table on one line, blank lines between paragraphs
 * - `nodes`: every element on a line of its own, cells of tables too, and no blank lines
 */
export const dumpKinds = ['seen', 'nodes']

/** The text of a page. @param kind one of `dumpKinds` */
export function dumpOf(html, kind) {
  const { document } = parseHTML(html)
  const lines = ['']
  const add = (text) => {
    lines[lines.length - 1] += text
  }
  const endLine = () => {
    if (lines.at(-1).trim() !== '') lines.push('')
  }
  const part = () => {
    endLine()
    if (lines.at(-2) !== undefined && lines.at(-2) !== '') lines.push('')
  }
  const walk = (node) => {
    if (node.nodeType === 3) return add(node.data.replace(/\s+/g, ' '))
    if (node.nodeType !== 1) return
    const tag = node.tagName.toUpperCase()
    if (unseen.has(tag) || node.hasAttribute('hidden')) return
    if (/display:\s*none/.test(node.getAttribute('style') ?? '')) return
    if (tag === 'BR') return void lines.push('')
    const isCell = tag === 'TD' || tag === 'TH'
    const isBlock = blocks.has(tag) || (isCell && kind === 'nodes')
    const ends = parted.has(tag) && kind === 'seen' ? part : endLine
    if (isBlock) ends()
    for (const child of node.childNodes) walk(child)
    if (isBlock) ends()
    else if (isCell) add('\t')
  }
  walk(document.body ?? document.documentElement)
  const tidy = lines.map((line) =>
    line
      .replace(/ *\t */g, '\t')
      .replace(/ +/g, ' ')
      .trim(),
  )
  const kept = kind === 'seen' ? tidy : tidy.filter((line) => line !== '')
  return `${kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []

/**
 * What each line of a dump is: 'body', 'page', or null for a line that cannot be told (half of either, the
 * headline). A word is the body's if a run of four words with it stands in the hand-made body, so that cells
 * of a table and short lines are told by their neighbours.
 */
export function labelLines(lines, body, heads) {
  const gold = wordsOf(body)
  const size = Math.min(4, gold.length)
  const runs = new Set()
  for (let at = 0; at + size <= gold.length; at++) runs.add(gold.slice(at, at + size).join(' '))
  const perLine = lines.map(wordsOf)
  const all = perLine.flat()
  const covered = new Uint8Array(all.length)
  for (let at = 0; at + size <= all.length; at++)
    if (runs.has(all.slice(at, at + size).join(' '))) covered.fill(1, at, at + size)
  const titles = new Set(heads.map((head) => wordsOf(head).join(' ')))
  let from = 0
  return perLine.map((words) => {
    const at = from
    from += words.length
    if (words.length === 0 || titles.has(words.join(' '))) return null
    const share = covered.subarray(at, from).reduce((sum, one) => sum + one, 0) / words.length
    return share >= 0.8 ? 'body' : share <= 0.2 ? 'page' : null
  })
}

/** The headlines that a page names: of its first heading and of its title, whole and in parts. */
export function headsOf(html) {
  const { document } = parseHTML(html)
  const title = document.querySelector('title')?.textContent ?? ''
  const first = [...document.querySelectorAll('h1')].map((each) => each.textContent)
  return [...first, title, ...title.split(/\s[|–—»·-]\s/)]
}

/** 0 or 1, by the name alone: rules are looked for on one half, and judged on the other. */
export const halfOf = (name) => createHash('sha1').update(name).digest()[0] & 1
