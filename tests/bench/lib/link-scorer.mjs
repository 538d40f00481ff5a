// Asks the scorer beside the data, with its own counting.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { devFolder } from './compare-data.mjs'
import { sharedFolder } from './gate-data.mjs'

const scorer = join(sharedFolder, 'tools', 'score-compare.mjs')

/**
 * @param answers of each story `{ id, comparison }`
 * @returns what the scorer prints with `--json`; null where it is not there
 */
export function askScorer(answers) {
  if (!existsSync(scorer)) return null
  const folder = mkdtempSync(join(tmpdir(), 'parallax-score-'))
  try {
    for (const { id, comparison } of answers) {
      const placeOf = ({ article, sentence }) => {
        const { start, end } = comparison.articles[article].sentences[sentence]
        return { article, start, end }
      }
      const matches = comparison.links.map(({ a, b, ...link }) => ({
        ...link,
        a: placeOf(a),
        b: placeOf(b),
      }))
      writeFileSync(join(folder, `${id}.json`), JSON.stringify({ matches }))
    }
    const printed = execFileSync(process.execPath, [scorer, devFolder, folder, '--json'], {
      encoding: 'utf8',
    })
    return JSON.parse(printed)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
