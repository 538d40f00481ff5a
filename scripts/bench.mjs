// `npm run bench [-- NAME…]`: runs tests/bench/*.bench.mjs, one after another so that they do not
// disturb each other, over a fresh build. Each prints its own table.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { ensureChromium } from './lib/chromium-install.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { run } from './lib/run.mjs'
import { say, script, seconds, Trouble } from './lib/say.mjs'

await script(async () => {
  const names = process.argv.slice(2)
  const folder = join(root, 'tests', 'bench')
  const benches = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((file) => file.endsWith('.bench.mjs'))
    .filter((file) => names.length === 0 || names.some((name) => file.includes(name)))
    .sort()
  if (benches.length === 0) throw new Trouble('no benchmark of that name in tests/bench', 2)
  await ensureInstalled(root)
  await ensureBuilt(root)
  const env = { ...process.env, PARALLAX_CHROMIUM: await ensureChromium() }
  let failed = 0
  for (const file of benches) {
    const start = Date.now()
    say(`\n── ${file}`)
    const ended = await run(process.execPath, [join(folder, file)], { cwd: root, env, show: true })
    if (ended.code !== 0) failed++
    say(`${ended.code === 0 ? 'done' : 'FAILED'} in ${seconds(start)}`)
  }
  return failed === 0 ? 0 : 1
})
