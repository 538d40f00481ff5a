// How well the article is told from its page in plain text: pages dumped to text, and labelled scraped texts.
// Each by halves, so that rules looked for on one are judged on the other.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { failureCosts, placesOf } from './failure-costs.mjs'
import { printTable } from './measure.mjs'
import { dumpKinds, dumpOf, halfOf, headsOf, labelLines } from './plain-dumps.mjs'

/** A headline or a name made comparable. */
export const plain = (value) =>
  String(value ?? '')
    .normalize('NFKC')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
const wordsIn = (text) => text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0
const per = (count, all) => `${count}/${all}`

/** The lines of a text, each with the block that it is in. */
function linesOf({ text, blocks }) {
  let at = 0
  return text.split('\n').map((line) => {
    const start = at
    at += line.length + 1
    return { line, block: blocks.find((each) => each.start <= start && start < each.end) ?? null }
  })
}

/**
 * Scores pages dumped to text, and prints it. A line that says what the header shows, and a caption, are right
 * either way.
 * @param pages `{ name, html, body }`, the last by hand
 */
export async function scoreDumps(pages, parseArticle) {
  const rows = []
  const costs = failureCosts()
  for (const kind of dumpKinds)
    for (const half of [0, 1]) {
      const sum = { body: 0, lost: 0, page: 0, marked: 0, pages: 0, right: 0, wrong: 0 }
      for (const page of pages.filter(({ name }) => halfOf(name) === half)) {
        const { value } = await parseArticle(Buffer.from(dumpOf(page.html, kind)), 'page.txt')
        const heads = headsOf(page.html)
        addPage(sum, kind === 'seen' ? costs : null, value, { ...page, heads })
      }
      const { body, lost, page, marked, right, wrong } = sum
      rows.push([
        `${kind}, half ${half}`,
        String(sum.pages),
        per(lost, body),
        page ? (marked / page).toFixed(3) : '–',
        per(right, sum.pages),
        String(wrong),
      ])
    }
  console.log('\nPages dumped to text')
  printTable(['', 'pages', 'body lines lost', 'page’s told', 'title', 'wrong title'], rows)
  costs.print('Dumped as seen: what went wrong')
}

function addPage(sum, costs, read, { body, heads }) {
  const lines = linesOf(read)
  const labels = labelLines(
    lines.map(({ line }) => line),
    body,
    heads,
  )
  const places = placesOf(labels)
  sum.pages++
  if (heads.map(plain).includes(plain(read.title))) sum.right++
  else if (read.title !== null) sum.wrong++
  for (const [at, { line, block }] of lines.entries()) {
    if (block === null || block.role !== undefined || labels[at] === null) continue
    const isMarked = block.furniture === true
    const why = isMarked ? (block.why ?? 'furniture') : null
    if (labels[at] === 'body') {
      sum.body++
      if (isMarked) sum.lost++
    } else if (block.kind !== 'caption') {
      sum.page++
      if (isMarked) sum.marked++
    } else continue
    costs?.piece({ label: labels[at], words: wordsIn(line), why, place: places[at] })
  }
}

/** Scores texts labelled line by line, as `folder` has them, and prints it. */
export async function scoreLabelled(folder, parseArticle, most) {
  const { items } = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8'))
  const rows = []
  const costs = failureCosts()
  for (const half of [0, 1]) {
    const some = items.slice(0, most).filter(({ file }) => halfOf(file) === half)
    const sum = {
      title: 0,
      date: 0,
      byline: 0,
      source: 0,
      claims: 0,
      body: 0,
      lost: 0,
      page: 0,
      marked: 0,
    }
    for (const item of some) {
      const bytes = readFileSync(join(folder, 'texts', item.file))
      addText(sum, costs, (await parseArticle(bytes, item.file)).value, item)
    }
    const facts = [sum.title, sum.date, sum.byline, sum.source].map((count) =>
      per(count, some.length),
    )
    const told = sum.page ? (sum.marked / sum.page).toFixed(3) : '–'
    rows.push([`half ${half}`, ...facts, String(sum.claims), per(sum.lost, sum.body), told])
  }
  console.log('\nScraped texts, labelled by hand')
  printTable(
    ['', 'title', 'date', 'author', 'outlet', 'false titles', 'body lines lost', 'page’s told'],
    rows,
  )
  costs.print('Scraped texts: what went wrong')
}

function addText(sum, costs, read, item) {
  const { title, byline, source, published } = read
  const isOne = (value, ...accepted) => accepted.flat().map(plain).includes(plain(value))
  if (isOne(title, item.title)) sum.title++
  else if (item.title === null) sum.claims++
  const day = published?.slice(0, 10) ?? null
  if (day === item.date || (day?.startsWith(item.dateFromUrl ?? ' ') ?? false)) sum.date++
  if (isOne(byline, item.byline, item.acceptByline ?? [])) sum.byline++
  if (isOne(source, item.source, item.acceptSource ?? [])) sum.source++
  const isIn = (ranges, number) =>
    (ranges ?? []).some(([from, to]) => number >= from && number <= to)
  const lines = linesOf(read)
  const labels = lines.map(({ line, block }, at) => {
    const number = at + 1
    const isLeft = [item.soft, item.captionLines, item.metaLines].some((each) => isIn(each, number))
    if (line.trim() === '' || block === null || isLeft || item.titleLines.includes(number))
      return null
    return isIn(item.boilerplate, number) ? 'page' : 'body'
  })
  const places = placesOf(labels)
  for (const [at, { line, block }] of lines.entries()) {
    const label = labels[at]
    if (label === null) continue
    const isMarked = block.furniture === true
    sum[label]++
    if (label === 'body' && isMarked) sum.lost++
    if (label === 'page' && isMarked) sum.marked++
    const why = isMarked ? (block.why ?? 'furniture') : null
    costs.piece({ label, words: wordsIn(line), why, place: places[at] })
  }
}
