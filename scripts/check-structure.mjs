// `npm run lint`, its second part: who may import whom, circles, functions too long, packed objects.
// With --settle it strikes from debts.json what is paid; nothing adds to that list but a hand.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './lib/root.mjs'
import { say, script } from './lib/say.mjs'
import { findings } from './lib/structure/checks.mjs'
import { judgeDebts, settled } from './lib/structure/debts.mjs'

await script(async () => {
  const { values } = parseArgs({
    options: { settle: { type: 'boolean', default: false }, root: { type: 'string' } },
  })
  const folder = values.root === undefined ? root : resolve(values.root)
  const listFile = join(folder, 'scripts', 'lib', 'structure', 'debts.json')
  /** @type {Record<string, import('./lib/structure/debts.mjs').Amounts>} */
  const list = JSON.parse(readFileSync(listFile, 'utf8'))
  let wrong = 0
  for (const [check, found] of Object.entries(findings(folder))) {
    const amounts = Object.fromEntries(found.map(({ key, amount }) => [key, amount]))
    const debts = list[check] ?? {}
    const { grown, paid, less } = judgeDebts(amounts, debts)
    for (const { key, message } of found) if (grown.includes(key)) say(message)
    wrong += grown.length
    if (values.settle) list[check] = settled(amounts, debts)
    else {
      for (const key of paid) say(`Paid, but still in debts.json (${check}): ${key}`)
      for (const key of less) say(`Less than debts.json says (${check}): ${key}`)
      wrong += paid.length
    }
    say(`${check}: ${grown.length} new, ${Object.keys(debts).length} owed`)
  }
  if (values.settle) writeFileSync(listFile, `${JSON.stringify(list, null, 2)}\n`)
  else if (wrong > 0) say('What is paid is struck from the list by: npm run lint:settle')
  return wrong === 0 ? 0 : 1
})
