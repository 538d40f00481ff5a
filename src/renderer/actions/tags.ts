// What is said of a tag, and its renaming everywhere.
import type { AppError } from '../../shared/errors.ts'
import type { Color } from '../../shared/model/color.ts'
import { api } from '../client/api.ts'
import { closeDone, tell } from '../state/ui.ts'

/** What the reader has changed of a tag; what is not there stays as it is. */
export interface TagChange {
  readonly newName?: string
  readonly color?: Color | null
  readonly description?: string
}

/** One step of undo; gives why it could not be, else null. */
export async function saveTag(name: string, change: TagChange): Promise<AppError | null> {
  const saved = await api.call('tag-save', { name, ...change })
  if (!saved.ok) return saved.error
  closeDone('tag')
  const { newName } = change
  if (newName !== undefined)
    tell(`“${name}” is called “${newName}” now, wherever it stood. Undo takes it back.`)
  return null
}
