// Exporting and importing, by the way the host offers.
import type { ExportRequest } from '../../shared/calls/exchange.ts'
import { acrossInWords } from '../../shared/import/report-words.ts'
import type { DuplicateChoice } from '../../shared/import/twins.ts'
import { api } from '../client/api.ts'
import { useApp } from '../state/app.ts'
import { closeDone, tell, tellError } from '../state/ui.ts'
import { tellStep } from './tell-step.ts'

/** Saves with the native dialog, or gives the browser a download. */
export async function exportTo(request: ExportRequest): Promise<void> {
  if (useApp.getState().capabilities.saveDialog) {
    const saved = await api.call('export-save', request)
    if (!saved.ok) tellError(saved.error)
    else if (saved.value) {
      closeDone('export')
      tell(`Saved as ${saved.value.path}`)
    }
    return
  }
  const built = await api.call('export-build', request)
  if (!built.ok) {
    tellError(built.error)
    return
  }
  const { name, mime, text } = built.value
  download(name, new Blob([text], { type: mime }))
  closeDone('export')
  tell(`“${name}” was given to your browser’s downloads.`)
}

function download(name: string, blob: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The browser has taken its own hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** An exported JSON, and what is to be done with highlights of it that are here under other ids. */
export interface ImportChoice {
  readonly name: string
  readonly text: string
  readonly duplicates: DuplicateChoice
}

/** Imports an exported JSON's text into the open library. */
export async function importFrom(chosen: ImportChoice): Promise<void> {
  const answer = await api.call('library-import', { ...chosen, dryRun: false })
  if (!answer.ok) {
    tellError(answer.error)
    return
  }
  const { anchored, moved, orphaned } = answer.value
  const across = acrossInWords(answer.value)
  closeDone('import')
  tellStep(
    `${anchored + moved + orphaned} annotations were imported${across && `, and ${across}`}. Undo takes them back.`,
  )
}
