// The long soak: random acts in two windows and on a machine that syncs, 10,000 deaths between any two
// calls that write, each looked at; then 200 processes that save are really killed. Says what was not as promised; that should be nothing.
import { cpSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importSources } from './lib/bundle.mjs'
import { killMany } from './lib/kills.mjs'
import { sized } from './lib/small.mjs'
import { paragraphs } from './lib/text.mjs'

const deaths = sized(10_000, 10)
/** Deaths in one run of acts: so that many runs are tried. */
const mostOfOne = 250
const { soak } = await importSources('soak', `export { soak } from './tests/main/soak/soak.ts'`)

const folder = await mkdtemp(join(tmpdir(), 'parallax-bench-soak-'))
const original = join(folder, 'original')
const articles = Object.fromEntries(
  [1, 2, 3, 4].map((n) => [`article-${n}.txt`, paragraphs(200, n).join('\n\n')]),
)
let died = 0
let acknowledged = 0
let acts = 0
const broken = []
try {
  await mkdir(original)
  for (const [name, text] of Object.entries(articles)) await writeFile(join(original, name), text)
  for (let seed = 1; died < deaths; seed++) {
    const work = join(folder, `seed-${seed}`)
    await mkdir(work)
    const outcome = await soak(
      {
        seed,
        folder: work,
        articles,
        acts: 80,
        deaths: Math.min(deaths - died, mostOfOne),
        share: 0.2,
      },
      (to) => cpSync(original, to, { recursive: true }),
    )
    died += outcome.deaths
    acts += outcome.acts
    acknowledged += outcome.acknowledged
    broken.push(...outcome.broken)
    await rm(work, { recursive: true, force: true })
    if (seed % 10 === 0) console.log(`${died} deaths, ${broken.length} broken promises`)
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
for (const line of broken.slice(0, 40)) console.log(line)
console.log(
  `${acts} acts, ${acknowledged} notes and names, ${died} deaths: ${broken.length} broken`,
)
const kills = sized(200, 2)
const killed = await killMany(kills)
for (const line of killed.broken.slice(0, 40)) console.log(line)
console.log(
  `${kills} real kills, ${killed.acknowledged} highlights and sets acknowledged: ${killed.broken.length} broken`,
)
process.exitCode = broken.length + killed.broken.length === 0 ? 0 : 1
