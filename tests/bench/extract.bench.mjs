// What is read of saved pages, beside Readability alone and Defuddle alone: the same pages, one run; then of
// the same pages as plain text, of scraped texts, and of small files that went wrong once.
// Body: F1 of runs of four words. Title, author, date: share of the labelled pages that are right.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import { importSources, root } from './lib/bundle.mjs'
import { failureCosts, placesOf } from './lib/failure-costs.mjs'
import { scoreFaults } from './lib/faults.mjs'
import { printTable } from './lib/measure.mjs'
import { labelLines } from './lib/plain-dumps.mjs'
import { plain, scoreDumps, scoreLabelled } from './lib/plain-text.mjs'
import { sized } from './lib/small.mjs'

const given = join(root, '..', 'shared')
const data = join(given, 'data', 'import-dev')
if (!existsSync(join(data, 'html-bodies'))) {
  console.log('Skipped: the labelled pages are not on this machine.')
  process.exit(0)
}
const { parseArticle } = await importSources(
  'extract',
  `export { parseArticle } from './src/main/reading/parse-article.ts'`,
)

const json = (...path) => JSON.parse(readFileSync(join(data, ...path), 'utf8'))
const blockTags = /^(?:P|DIV|LI|H\d|BR|TR|TD|BLOCKQUOTE|FIGURE|PRE)$/

function textOf(html) {
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  const parts = []
  const stack = [document.body]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeType === 3) parts.push(node.data)
    else {
      if (blockTags.test(node.tagName)) parts.push('\n')
      stack.push(...[...node.childNodes].reverse())
    }
  }
  return parts.join('')
}

const ways = {
  ours: async (bytes) => {
    const { ok, value } = await parseArticle(bytes, 'page.html')
    if (!ok) return {}
    const kept = value.blocks.filter(({ furniture, role }) => !furniture && !role)
    const body = kept.map(({ start, end }) => value.text.slice(start, end)).join('\n')
    return { body, title: value.title, author: value.byline, date: value.published }
  },
  Readability: async (bytes) => {
    const read = new Readability(parseHTML(bytes.toString()).document).parse()
    const { content, title, byline, publishedTime } = read ?? {}
    return { body: textOf(content ?? ''), title, author: byline, date: publishedTime }
  },
  Defuddle: async (bytes) => {
    const { document } = parseHTML(bytes.toString())
    const read = await Defuddle(document, 'https://example.org/a')
    return { ...read, body: textOf(read.content ?? ''), date: read.published }
  },
}

/** The runs of four words in a text, each with how often it stands there. */
function runs(text) {
  const words = text?.match(/[\p{L}\p{N}_]+/gu) ?? []
  const counts = new Map()
  for (let at = 0; at + 4 <= words.length; at++) {
    const run = words.slice(at, at + 4).join(' ')
    counts.set(run, (counts.get(run) ?? 0) + 1)
  }
  return counts
}

function shared(gold, given) {
  let [same, meant, found] = [0, 0, 0]
  for (const count of gold.values()) meant += count
  for (const [run, count] of given) {
    found += count
    same += Math.min(count, gold.get(run) ?? 0)
  }
  return { precision: found ? same / found : null, recall: meant ? same / meant : 1 }
}

const people = (value) =>
  [value ?? '']
    .flat()
    .flatMap((name) => name.split(/\s*[;,]\s*|\s+(?:and|und|et)\s+/))
    .map(plain)
    .sort()
    .join('|')
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length

// Defuddle tells of every page it does not understand.
console.error = () => {}
console.warn = () => {}
const most = sized(Number.POSITIVE_INFINITY, 3)
const bodies = Object.entries(json('html-bodies', 'bodies.json')).slice(0, most)
const labelled = json('html-meta', 'labels.json')
const all = Array.isArray(labelled) ? labelled : (labelled.items ?? Object.values(labelled))
const labels = all.slice(0, most)
const pageOf = (id) => gunzipSync(readFileSync(join(data, 'html-bodies', `${id}.html.gz`)))
const rows = []
for (const [name, read] of Object.entries(ways)) {
  const guarded = (bytes) => read(bytes).catch(() => ({}))
  const scores = []
  let took = 0
  for (const [id, { articleBody }] of bodies) {
    const bytes = pageOf(id)
    const start = performance.now()
    const { body } = await guarded(bytes)
    took += performance.now() - start
    scores.push(shared(runs(articleBody), runs(body)))
  }
  const precision = mean(scores.map((score) => score.precision).filter((value) => value !== null))
  const recall = mean(scores.map((score) => score.recall))
  const right = { title: 0, author: 0, date: 0 }
  for (const label of labels) {
    const found = await guarded(readFileSync(join(data, 'html-meta', label.file)))
    const titles = [label.title, label.titleAlso ?? []].flat().map(plain)
    if (titles.includes(plain(found.title))) right.title++
    if (people(found.author) === people(label.author)) right.author++
    else if (plain(found.author) === plain(label.author)) right.author++
    const dates = [label.date, label.dateAlso ?? []].flat()
    if (dates.includes(String(found.date ?? '').slice(0, 10))) right.date++
  }
  const share = (count) => `${count}/${labels.length}`
  const f1 = (2 * precision * recall) / (precision + recall)
  rows.push([
    name,
    ...[precision, recall, f1].map((value) => value.toFixed(3)),
    ...[right.title, right.author, right.date].map(share),
    took / bodies.length,
  ])
}
printTable(['', 'precision', 'recall', 'body F1', 'title', 'author', 'date', 'ms a page'], rows)

const costs = failureCosts()
for (const [id, { articleBody }] of bodies) {
  const { ok, value } = await parseArticle(pageOf(id), 'page.html')
  if (!ok) continue
  const blocks = value.blocks.filter(({ role }) => !role)
  const texts = blocks.map(({ start, end }) => value.text.slice(start, end))
  const labels = labelLines(texts, articleBody, [value.title ?? ''])
  const places = placesOf(labels)
  for (const [at, { furniture, why }] of blocks.entries()) {
    const words = texts[at].match(/[\p{L}\p{N}_]+/gu)?.length ?? 0
    const taken = furniture ? (why ?? 'furniture') : null
    costs.piece({ label: labels[at], words, why: taken, place: places[at] })
  }
}
costs.print('Pages: what went wrong in ours')

const pages = bodies.map(([id, { articleBody }]) => ({
  name: id,
  html: pageOf(id).toString(),
  body: articleBody,
}))
await scoreDumps(pages, parseArticle)
await scoreLabelled(join(data, 'text'), parseArticle, most)
scoreFaults(given, sized(null, 'html-title'))
