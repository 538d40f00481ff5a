// What the window loads: the built page's scripts and styles, as they are and gzipped. The goal is for
// what is there before the window shows; the rest comes when it is asked for.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './lib/bundle.mjs'
import { judged, printTable } from './lib/measure.mjs'

const goal = 250
const folder = join(root, 'out', 'renderer')
const page = await readFile(join(folder, 'index.html'), 'utf8')

const rows = []
const sums = { js: 0, css: 0, later: 0 }
for (const name of (await readdir(join(folder, 'assets'))).sort()) {
  const kind = name.split('.').at(-1)
  if (kind !== 'js' && kind !== 'css') continue
  const bytes = await readFile(join(folder, 'assets', name))
  const packed = gzipSync(bytes).length / 1000
  const first = page.includes(name)
  sums[first ? kind : 'later'] += packed
  rows.push([name, first ? 'start' : 'later', bytes.length / 1000, packed])
}
console.log('The renderer’s bundle, kB\n')
printTable(['file', 'when', 'plain', 'gzipped'], rows)
console.log(
  `\nScripts at the start: ${judged(sums.js, goal, ' kB')}; styles: ${sums.css.toFixed(1)} kB; later: ${sums.later.toFixed(1)} kB`,
)
