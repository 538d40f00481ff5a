// What the window loads: the built page's scripts and styles, as they are and gzipped.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './lib/bundle.mjs'
import { judged, printTable } from './lib/measure.mjs'

const goal = 250
const folder = join(root, 'out', 'renderer', 'assets')

const rows = []
const sums = { js: 0, css: 0 }
for (const name of (await readdir(folder)).sort()) {
  const kind = name.split('.').at(-1)
  if (!(kind in sums)) continue
  const bytes = await readFile(join(folder, name))
  const packed = gzipSync(bytes).length / 1000
  sums[kind] += packed
  rows.push([name, bytes.length / 1000, packed])
}
console.log('The renderer’s bundle, kB\n')
printTable(['file', 'plain', 'gzipped'], rows)
console.log(`\nScripts: ${judged(sums.js, goal, ' kB')}; styles: ${sums.css.toFixed(1)} kB`)
