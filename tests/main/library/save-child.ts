// A process that makes highlights, sets of them over all articles, or stories and verdicts, for ever, and
// names each once it was told that it is saved.

import { openLibrary } from '../../../src/main/library.ts'
import { ownThreadWork } from '../../../src/main/work/work.ts'

const [folder = '', what = 'highlights'] = process.argv.slice(2)
const opened = await openLibrary(folder, {
  work: ownThreadWork,
  now: () => new Date(),
  emit: () => undefined,
  mode: 'write',
  sample: false,
  // What is remembered of files of records from one process to the next is put to the test, too.
  index: { dataDir: `${folder}-data`, workerUrl: null },
})
if (!opened.ok) throw new Error(opened.error.message)
const library = opened.value
await library.whenRead()
const rows = library.articles()
process.stdout.write(`ready ${library.info().readOnly?.code ?? 'to write'}\n`)
if (what === 'stories') await makeStories()
if (what === 'sets') await makeSets()
for (let n = 0; ; n++) {
  const row = rows[n % rows.length]
  if (!row) throw new Error('no articles')
  const start = (n * 7) % 100
  const made = await library.create({
    ...{ article: row.id, start, end: start + 20, color: 'yellow', tags: ['t'] },
    note: 'note '.repeat(n % 50),
  })
  process.stdout.write(
    made.ok ? `${row.id} ${made.value.annotation.id}\n` : `failed ${made.error.code}\n`,
  )
}

async function makeStories(): Promise<never> {
  const [a, b] = rows.map(({ id }) => id)
  const texts = await Promise.all([a, b].map((id) => library.open(id ?? '')))
  const hashes = texts.map((text) => (text.ok ? text.value.textHash : ''))
  for (let n = 0; ; n++) {
    const story = await library.saveStory({ id: null, name: `Story ${n}`, articles: [a ?? ''] })
    process.stdout.write(story.ok ? `story ${story.value.id}\n` : `failed ${story.error.code}\n`)
    const side = (article: string | undefined, at: number) => ({
      ...{ article: article ?? '', start: (n * 7) % 50, end: ((n * 7) % 50) + 20 },
      textHash: hashes[at] ?? '',
    })
    const verdict = n % 2 === 0 ? 'yes' : 'no'
    const judged = await library.judge({ a: side(a, 0), b: side(b, 1), verdict })
    process.stdout.write(judged.ok ? `verdict ${n}\n` : `failed ${judged.error.code}\n`)
  }
}

async function makeSets(): Promise<never> {
  for (let n = 0; ; n++) {
    const start = (n * 7) % 100
    const drafts = rows.map(({ id }) => ({
      ...{ article: id, start, end: start + 20, color: 'yellow' as const, tags: ['t'] },
      note: `set ${process.pid} ${n}`,
    }))
    const made = await library.createMany(drafts)
    process.stdout.write(made.ok ? `set ${process.pid} ${n}\n` : `failed ${made.error.code}\n`)
  }
}
