// Sends files to the core, a few at a time, and gathers what became of each.
import type { AppError } from '../../shared/errors.ts'
import { largestFile } from '../../shared/formats.ts'
import type { AddedFile } from '../../shared/model/reading.ts'
import type { Result } from '../../shared/result.ts'
import type { Offered } from './dropped.ts'

/** Files on their way at the same time: one is being read here while others are being parsed there. */
const inFlight = 3

export interface SendingHooks {
  send(file: { readonly name: string; readonly data: string }): Promise<Result<AddedFile>>
  /** No further file is begun. */
  enough(): boolean
  begun(path: string): void
  done(count: number): void
}

export interface Sent {
  /** In the order of the files. */
  readonly came: readonly AddedFile[]
  /** Files that were not begun. */
  readonly left: number
  /** Set when nothing can be added at all, and why; then nothing more was begun. */
  readonly failure: AppError | null
}

/** Never rejects: a file that cannot be read is refused, and the next one begun. */
export async function sendFiles(files: readonly Offered[], hooks: SendingHooks): Promise<Sent> {
  const came: (AddedFile | undefined)[] = []
  let failure: AppError | null = null
  let next = 0
  let done = 0
  const worker = async (): Promise<void> => {
    while (next < files.length && failure === null && !hooks.enough()) {
      const index = next++
      const file = files[index]
      if (!file) return
      hooks.begun(file.path)
      const answer = await sendOne(file, hooks)
      if (answer.ok) came[index] = answer.value
      else failure ??= answer.error
      hooks.done(++done)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
  return {
    came: came.filter((one) => one !== undefined),
    left: files.length - next,
    failure,
  }
}

async function sendOne(offered: Offered, { send }: SendingHooks): Promise<Result<AddedFile>> {
  let data: string
  try {
    const file = await offered.open()
    if (file.size > largestFile) return refused(offered.path, tooLarge(offered.path, file.size))
    data = await base64Of(file)
  } catch (thrown) {
    return refused(offered.path, cannotRead(offered.path, thrown))
  }
  return send({ name: offered.path, data })
}

const refused = (name: string, error: AppError): Result<AddedFile> => ({
  ok: true,
  value: { name, path: null, article: null, warnings: [], duplicates: [], error },
})

/** A file's bytes. Rejects when it cannot be read. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result).split(',', 2)[1] ?? '')
    reader.onerror = () => failed(reader.error)
    reader.readAsDataURL(file)
  })
}

const megabytes = (bytes: number): number => Math.round(bytes / (1024 * 1024))

/** Of a file that is larger than what is read; `size` in bytes. */
export const tooLarge = (path: string, size: number): AppError => ({
  code: 'too-large',
  message: `“${path.split('/').at(-1)}” has ${megabytes(size)} MB; an article may have up to ${megabytes(largestFile)} MB.`,
  advice: 'Split it into smaller files, or save it as plain text.',
  path,
})

const cannotRead = (name: string, thrown: unknown): AppError => ({
  code: 'io',
  message: `“${name}” could not be read from where it lies.`,
  advice: 'See whether it is still there and whether you may open it, then add it again.',
  path: name,
  detail: String(thrown),
})
