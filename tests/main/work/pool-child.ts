// A core that is killed in the middle of its work: says the numbers of two processes that read for it,
// of which one then hangs.
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { forkReaders } from '../../../src/main/work/fork-readers.ts'
import { createPool } from '../../../src/main/work/pool.ts'

const worker = `
import { serialize } from 'node:v8'
import { parentPort } from 'node:worker_threads'
const empty = { blocks: [], spans: [], pictures: [], parts: [], warnings: [], textHash: '', text: '' }
const facts = { title: null, byline: null, source: null, published: null, language: null }
parentPort.on('message', ({ path }) => {
  if (path.endsWith('hang')) for (;;);
  const value = { ...empty, ...facts, format: 'text', encoding: 'utf-8', sha256: '', words: process.pid }
  parentPort.postMessage(new Uint8Array(serialize({ ok: true, value })))
})
`

const folder = await mkdtemp(join(tmpdir(), 'parallax-pool-child-'))
const workerPath = join(folder, 'worker.mjs')
await writeFile(workerPath, worker)
const work = createPool({
  start: forkReaders({ readerPath: process.argv[2] ?? '', workerPath }),
  compareUrl: pathToFileURL(join(folder, 'none.mjs')),
})
const pids: number[] = []
for (const rank of ['asked', 'background'] as const) {
  const read = await work.readArticle('/library/a', null, { rank })
  if (read.ok) pids.push(read.value.words)
}
void work.readArticle('/library/hang')
void work.readArticle('/library/hang', null, { rank: 'background' })
process.stdout.write(`${pids.join(' ')}\n`)
