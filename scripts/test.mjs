// `npm test`: everything that can be checked on this machine, from a bare clone. Every stage runs
// even if an earlier one failed; the last line tells how many tests passed and failed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { none, summaryLine, total } from './lib/counts.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { say, script, seconds, Trouble } from './lib/say.mjs'
import { stages } from './lib/stages.mjs'

const usage = `npm test [-- --only STAGE[,STAGE…] [-- WORDS FOR ITS RUNNER]]
stages: ${stages.map(({ name }) => name).join(', ')}`

await script(async () => {
  const { only, words } = readArguments(process.argv.slice(2))
  await ensureInstalled(root)
  const reports = mkdtempSync(join(tmpdir(), 'parallax-tests-'))
  process.once('exit', () => rmSync(reports, { recursive: true, force: true }))
  /** @type {{ name: string, counts: import('./lib/counts.mjs').Counts, time: string }[]} */
  const results = []
  for (const stage of stages.filter(({ name }) => only.length === 0 || only.includes(name))) {
    const start = Date.now()
    say(`\n── ${stage.name}`)
    const counts = await stage.run({ reports, words }).catch((error) => {
      say(error instanceof Trouble ? error.message : String(error?.stack ?? error))
      return { ...none, failed: 1 }
    })
    results.push({ name: stage.name, counts, time: seconds(start) })
  }
  const all = total(results.map(({ counts }) => counts))
  const rows = results.map(
    ({ name, counts, time }) => `${name.padEnd(8)}${time.padStart(9)}  ${summaryLine(counts)}`,
  )
  process.stdout.write(`\n${rows.join('\n')}\n\n${summaryLine(all)}\n`)
  return all.failed === 0 ? 0 : 1
})

/** @param {readonly string[]} given */
function readArguments(given) {
  const cut = given.indexOf('--')
  const words = cut < 0 ? [] : given.slice(cut + 1)
  /** @type {string[]} */
  const only = []
  const mine = cut < 0 ? given : given.slice(0, cut)
  for (let index = 0; index < mine.length; index++) {
    const [word, value] = (mine[index] ?? '').split('=')
    if (word !== '--only') throw new Trouble(`${word} means nothing here\n${usage}`, 2)
    only.push(...(value ?? mine[++index] ?? '').split(','))
  }
  const unknown = only.find((name) => !stages.some((stage) => stage.name === name))
  if (unknown !== undefined) throw new Trouble(`there is no stage "${unknown}"\n${usage}`, 2)
  return { only, words }
}
