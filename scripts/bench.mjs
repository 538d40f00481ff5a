// `npm run bench [-- NAME…]`: runs tests/bench/*.bench.mjs over a fresh build. Each prints its own
// table. With --small each takes seconds, and its figures say nothing.
import { parseArgs } from 'node:util'
import { benchesNamed, runBenches } from './lib/benches.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { ensureChromium } from './lib/chromium-install.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { script, Trouble } from './lib/say.mjs'

await script(async () => {
  const { names, small } = readArguments(process.argv.slice(2))
  const files = benchesNamed(names)
  if (files.length === 0) throw new Trouble('no benchmark of that name in tests/bench', 2)
  await ensureInstalled(root)
  await ensureBuilt(root)
  const env = { ...process.env, PARALLAX_CHROMIUM: await ensureChromium() }
  const { failed } = await runBenches(files, { env, small })
  return failed === 0 ? 0 : 1
})

/** @param {string[]} args */
function readArguments(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { small: { type: 'boolean', default: false } },
    })
    return { names: positionals, small: values.small }
  } catch (error) {
    throw new Trouble(`${String(error instanceof Error ? error.message : error)}`, 2)
  }
}
