// Small files of kinds that went wrong once, through the built command line: how many of each are right.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './bundle.mjs'
import { printTable } from './measure.mjs'

/** @param kind one kind alone; null for all */
export function scoreFaults(shared, kind) {
  const program = join(shared, 'tools', 'check-faults.mjs')
  const folder = join(shared, 'data', 'faults')
  if (!existsSync(program) || !existsSync(folder)) return
  const args = [program, folder, '--quiet', ...(kind === null ? [] : ['--kind', kind])]
  const told = outputOf(args).trim().split('\n').at(-1) ?? ''
  const rows = [...told.matchAll(/([\w-]+) (\d+\/\d+)/g)].map(([, name, right]) => [name, right])
  console.log('')
  printTable(['Small files that went wrong', 'right'], rows)
}

/** The program ends with 1 where a case falls short: its figures are printed all the same. */
function outputOf(args) {
  try {
    return execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  } catch (thrown) {
    return String(thrown.stdout ?? '')
  }
}
