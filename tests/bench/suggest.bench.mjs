// Suggesting stories: whether each article's nearest is of its own story, and how long it takes in large
// libraries. Real stories are read from `../shared` when they are there.
// `PARALLAX_LIBRARY=5000` makes the largest library smaller.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { importSources, root } from './lib/bundle.mjs'
import { judged, median, printTable } from './lib/measure.mjs'
import { isSmall, sized } from './lib/small.mjs'
import { paragraphs, random } from './lib/text.mjs'

const { createSuggesting, ownThreadWork, profileOf } = await importSources(
  'suggest',
  `export { createSuggesting } from './src/main/features/stories/suggesting.ts'
   export { profileOf } from './src/main/reading/event-profile.ts'
   export { ownThreadWork } from './src/main/work/work.ts'`,
)
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')
const megabyte = 1024 * 1024
const shared = join(root, '../shared')

/** Real articles, each with its story; those of `seeds` are look-alikes of one another. */
async function realArticles() {
  const folders = []
  for (const set of ['data/stories', 'data/compare-dev'])
    for (const name of readdirSync(join(shared, set)))
      if (!name.includes('.')) folders.push(join(set, name))
  folders.push('seeds')
  const articles = []
  for (const folder of folders)
    for (const file of readdirSync(join(shared, folder)).filter((name) => name.endsWith('.txt'))) {
      const read = await ownThreadWork.readArticle(join(shared, folder, file))
      if (!read.ok) throw new Error(read.error.message)
      const { profile, published, sketch } = read.value
      const id = `${folder}/${file}`
      articles.push({ id, story: folder, text: id, published, facts: () => ({ profile, sketch }) })
    }
  return articles
}

async function accuracy() {
  const articles = await realArticles()
  const storyOf = new Map(articles.map(({ id, story }) => [id, story]))
  const isEvent = (id) => storyOf.get(id) !== 'seeds'
  const suggest = createSuggesting({ articles: () => articles, stories: () => [] })
  let nearest = 0
  let [right, wrong, missed] = [0, 0, 0]
  const events = articles.filter(({ id }) => isEvent(id))
  for (const { id, story } of events) {
    const offered = (await suggest([id])).map((each) => each.articles.at(-1))
    if (storyOf.get(offered[0]) === story) nearest++
    else console.log(`  nearest of ${id}: ${offered[0]}`)
    const mine = events.filter((each) => each.story === story && each.id !== id)
    right += offered.filter((each) => storyOf.get(each) === story).length
    wrong += offered.filter((each) => storyOf.get(each) !== story).length
    missed += mine.filter((each) => !offered.includes(each.id)).length
  }
  const groups = (await suggest([])).filter((group) => group.articles.some(isEvent))
  const whole = new Map()
  for (const { story } of events) whole.set(story, (whole.get(story) ?? 0) + 1)
  const exact = groups.filter(
    ({ articles: ids }) =>
      new Set(ids.map((id) => storyOf.get(id))).size === 1 &&
      ids.length === whole.get(storyOf.get(ids[0])),
  )
  const mixed = groups.filter(
    ({ articles: ids }) => new Set(ids.map((id) => storyOf.get(id))).size > 1,
  )
  console.log(`${articles.length} real articles of ${whole.size} stories, and look-alikes\n`)
  printTable(
    ['', 'of', 'found'],
    [
      ['nearest in its own story', events.length, nearest],
      ['offered, rightly', right + missed, right],
      ['offered, wrongly', '', wrong],
      ['groups that are a whole story', whole.size, exact.length],
      ['groups that mix stories', '', mixed.length],
    ],
  )
  console.log(`\nOf one group: ${groups[0]?.because.join(', ')}\n`)
}

/** Stories of three generated articles each: they share a paragraph's words in another order. */
function generated(count) {
  return Array.from({ length: count }, (_, n) => {
    const story = Math.floor(n / 3)
    const next = random(n)
    const own = paragraphs(120, n * 7 + 1).join('\n\n')
    const common = paragraphs(160, story + 1_000_000)
      .join(' ')
      .split(' ')
      .filter(() => next() < 0.7)
      .join(' ')
    const text = `${common}\n\n${own}`
    const blocks = [{ kind: 'paragraph', start: 0, end: text.length }]
    const facts = { title: null, source: null, published: null, language: 'en' }
    const profile = profileOf({ ...facts, text, textHash: '', blocks })
    const id = String(n).padStart(16, '0')
    return { id, text: id, published: null, facts: () => ({ profile, sketch: null }) }
  })
}

async function timing(count) {
  const articles = generated(count)
  collect()
  const before = process.memoryUsage().heapUsed
  const suggest = createSuggesting({ articles: () => articles, stories: () => [] })
  const timed = async (ids) => {
    const start = performance.now()
    const found = await suggest(ids)
    return { time: performance.now() - start, found }
  }
  const first = await timed([articles[0].id])
  collect()
  const heap = (process.memoryUsage().heapUsed - before) / megabyte
  const ones = []
  let right = 0
  for (let n = 0; n < 60; n++) {
    const at = Math.floor((n * count) / 60)
    const { time, found } = await timed([articles[at].id])
    ones.push(time)
    const nearest = Number(found[0]?.articles.at(-1) ?? Number.NaN)
    if (Math.floor(nearest / 3) === Math.floor(at / 3)) right++
  }
  const all = await timed([])
  return {
    first: first.time,
    one: median(ones),
    right,
    all: all.time,
    groups: all.found.length,
    heap,
  }
}

if (existsSync(shared) && !isSmall) await accuracy()
const sizes = sized([1_000, Number(process.env.PARALLAX_LIBRARY ?? 50_000)], [120])
const rows = []
for (const size of sizes) {
  const { first, one, right, all, groups, heap } = await timing(size)
  rows.push([
    `${size} articles`,
    first,
    size === 1_000 ? judged(one, 100) : one,
    `${right} of 60`,
    all,
    groups,
    size === 1_000 ? judged(heap, 100) : heap,
  ])
}
printTable(
  ['', 'ms, the first', 'ms, one more', 'nearest is right', 'ms, groups of all', 'groups', 'MB'],
  rows,
)
