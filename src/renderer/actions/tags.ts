// What is said of a tag, and its renaming everywhere.
import type { AppError } from '../../shared/errors.ts'
import type { Color } from '../../shared/model/color.ts'
import { api } from '../client/api.ts'
import { closeDialog, tell } from '../state/ui.ts'

export interface TagDraft {
  readonly name: string
  readonly color: Color | null
  readonly description: string
}

/** Renames where the name is another, then says the rest; gives why it could not be, else null. */
export async function saveTag(
  tag: string,
  { name, color, description }: TagDraft,
): Promise<AppError | null> {
  if (name !== tag) {
    const renamed = await api.call('tag-rename', { from: tag, to: name })
    if (!renamed.ok) return renamed.error
  }
  const saved = await api.call('tag-save', { name, color, description })
  if (!saved.ok) return saved.error
  closeDialog()
  if (name !== tag) tell(`“${tag}” is called “${name}” now, wherever it stood. Undo takes it back.`)
  return null
}
