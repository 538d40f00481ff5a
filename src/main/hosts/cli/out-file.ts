// Where the user wants a result written: looked at before anything is read, and never made room for.
import { lstat, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { CommandFailed, WrongUsage } from './output.ts'

/**
 * The absolute path of a file that may be written: its folder is there, and nothing else is in its
 * place, or with `force` only a file. Else the end of the command, saying why.
 */
export async function demandTarget(out: string, force: boolean): Promise<string> {
  if (out === '') throw new WrongUsage('--out is empty')
  const target = resolve(out)
  const folder = dirname(target)
  const found = await stat(folder).catch(() => null)
  if (!found)
    throw new CommandFailed(`The folder “${folder}” is not there. Make it first, then try again.`)
  if (!found.isDirectory())
    throw new CommandFailed(`“${folder}” is a file, not a folder. Choose another place.`)
  const there = await lstat(target).catch(() => null)
  if (!there) return target
  const what = there.isDirectory() ? 'a folder' : there.isFile() ? null : 'not a plain file'
  if (what !== null) throw new CommandFailed(`“${out}” is ${what}. Choose another name.`)
  if (!force)
    throw new CommandFailed(`“${out}” is there already. Choose another name, or add --force.`)
  return target
}
