// Where each sheet of a library lies, by its name: `annotations/<article>`, `stories`. A name that is
// not one of these, as in a journal that somebody wrote by hand, has no place.
import type { Kind } from '../../../shared/kinds/kind.ts'
import { articleKinds, libraryKinds } from '../../../shared/kinds/kinds-by-home.ts'
import type { StoreFolder } from '../../store/folder.ts'
import type { Sheet } from '../../store/sheet.ts'
import { articleFormat, libraryFormats } from '../../store/sheet-formats.ts'
import type { Format } from '../../store/versioned.ts'

export interface SheetPlace {
  /** Relative to `.parallax`, with `/`, without its ending: names the sheet in the journal. */
  readonly name: string
  readonly file: string
  readonly backup: string
  /** The folder for what cannot be read. */
  readonly damaged: string
  readonly format: Format<Sheet>
  readonly kinds: readonly Kind[]
  /** Whose records it holds; null in a sheet of the library. */
  readonly article: string | null
}

const articleName = /^annotations\/([0-9a-f]{16})$/

export const articleSheet = (article: string): string => `annotations/${article}`

/** The names of the sheets that every library may have. */
export const librarySheets: readonly string[] = [...libraryKinds.keys()]

/** The sheet that a kind's records are in. */
export const sheetOf = ({ home }: Kind, article: string | null): string =>
  home.per === 'library' ? home.file : articleSheet(article ?? '')

export function placeOf(folder: StoreFolder, name: string): SheetPlace | null {
  const article = articleName.exec(name)?.[1]
  if (article !== undefined)
    return {
      name,
      file: folder.annotationFile(article),
      backup: folder.backupFile(article),
      damaged: folder.damaged,
      format: articleFormat,
      kinds: articleKinds,
      article,
    }
  const format = libraryFormats.get(name)
  const kinds = libraryKinds.get(name)
  if (!format || !kinds) return null
  return {
    name,
    file: folder.libraryFile(name),
    backup: folder.libraryBackup(name),
    damaged: folder.damaged,
    format,
    kinds,
    article: null,
  }
}
