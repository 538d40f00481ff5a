// Files that came in, as steps of undo: those of one run of adding are one step, however many they are.
import { basename } from 'node:path'
import type { AppError } from '../../../shared/errors.ts'
import type { AddedFile } from '../../../shared/model/reading.ts'
import { ok } from '../../../shared/result.ts'
import type { ActedStep } from '../../core/changing.ts'
import type { Deed } from '../../core/history.ts'
import type { Queue } from '../../store/queue.ts'
import type { CameIn, TakenBack, TakingBack } from './taking-back.ts'

export interface AddedStepsDeps {
  readonly takingBack: TakingBack
  readonly queue: Queue
  /** The bytes of a file that is in the library now; null when it is not. */
  readonly sha256At: (path: string) => string | null
  /** Looks at these files of the library again. */
  readonly look: (paths: ReadonlySet<string>) => Promise<unknown>
  readonly notice: (error: AppError) => void
}

export interface AddedSteps {
  /** The step that an added file is, or that it is a part of; null where nothing came in. */
  stepOf(added: AddedFile, run: string | undefined): ActedStep | null
}

export function createAddedSteps(deps: AddedStepsDeps): AddedSteps {
  /** The run that files came of last. */
  let last: { readonly run: string; readonly files: CameIn[]; readonly deed: Deed } | null = null

  return {
    stepOf({ path, warnings, error }, run) {
      const inPlace = warnings.some(({ code }) => code === 'in-library')
      const sha256 = path === null ? null : deps.sha256At(path)
      if (path === null || sha256 === null || error || inPlace) return null
      const file = { path, sha256 }
      if (run === undefined || last?.run !== run) {
        const files = [file]
        const deed = deedOf(deps, files, () => {
          if (last?.deed === deed) last = null
        })
        if (run !== undefined) last = { run, files, deed }
        return { label: labelOf(files), deed }
      }
      last.files.push(file)
      return { label: labelOf(last.files), deed: last.deed }
    },
  }
}

const labelOf = (files: readonly CameIn[]): string => {
  const [only] = files
  return only && files.length === 1
    ? `Add “${basename(only.path)}”`
    : `Add ${files.length.toLocaleString('en')} files`
}

/** @param taken what comes of the same run from now on is another step */
function deedOf(deps: AddedStepsDeps, files: CameIn[], taken: () => void): Deed {
  const { takingBack, queue, look, notice } = deps
  let back: TakenBack[] = []
  return {
    async undo() {
      taken()
      const paths = new Set(files.map(({ path }) => path))
      back = []
      await queue.run(async () => {
        for (const file of files) {
          const done = await takingBack.take(file)
          if (!done.ok) notice(done.error)
          else if (done.value) back.push(done.value)
        }
      })
      files.length = 0
      await look(paths)
      return ok(whereWords(back))
    },
    async redo() {
      await queue.run(async () => {
        for (const file of back) {
          const { at } = file
          if (at === null) continue
          const done = await takingBack.putBack({ ...file, at })
          if (done.ok) files.push(done.value)
          else notice(done.error)
        }
      })
      const inBin = back.filter(({ at }) => at === null).length
      back = []
      await look(new Set(files.map(({ path }) => path)))
      return ok(inBin === 0 ? null : 'What lies in the bin is to be put back from there.')
    },
    canRedo: () => back.some(({ at }) => at !== null),
  } satisfies Deed
}

/** Where the files lie now. */
function whereWords(back: readonly TakenBack[]): string | null {
  if (back.length === 0) return null
  const it = back.length === 1 ? 'The file lies' : 'The files lie'
  const inBin = back.filter(({ at }) => at === null).length
  if (inBin === back.length) return `${it} in the system’s bin.`
  if (inBin === 0) return `${it} in “.parallax/removed” in the library’s folder.`
  return 'The files lie in the system’s bin and in “.parallax/removed” in the library’s folder.'
}
