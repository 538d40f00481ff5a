#!/usr/bin/env node
// The command `parallax`: makes sure that there is a fresh build, then becomes the command line host
// in the same process. Standard output is the command's alone.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { callerFolder, root } from './lib/root.mjs'
import { script } from './lib/say.mjs'

await script(async () => {
  await ensureInstalled(root)
  await ensureBuilt(root)
  process.chdir(callerFolder('parallax'))
  const cli = join(root, 'out', 'main', 'cli.js')
  process.argv[1] = cli
  await import(pathToFileURL(cli).href)
})
