// Opens PDFs with pdf.js, without what it needs for drawing: no canvas, no worker file, no fonts of
// the system, no network.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refused } from '../refused.ts'
import { withNewEnd } from './repair.ts'

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
export type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

let loading: Promise<PdfJs> | null = null

/** Loaded with the first PDF: it is large, and most readings need none of it. */
function pdfjs(): Promise<PdfJs> {
  loading ??= withoutDrawing(async () => {
    // Sets `globalThis.pdfjsWorker`, by which the library does its work in this thread.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return import('pdfjs-dist/legacy/build/pdf.mjs')
  })
  return loading
}

class NotDrawn {}

/** While it is loaded the library looks for classes to draw with, and complains where there are none. */
async function withoutDrawing<T>(load: () => Promise<T>): Promise<T> {
  const globals: Record<string, unknown> = globalThis
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globals[name] ??= NotDrawn
  const { warn } = console
  console.warn = () => undefined
  try {
    return await load()
  } finally {
    console.warn = warn
  }
}

/** The folder of the library's character maps: beside the bundle, or in the package itself. */
function characterMaps(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const bundled = [join(here, 'cmaps'), join(here, '..', 'cmaps')].find((folder) =>
    existsSync(join(folder, 'UniJIS-UCS2-H.bcmap')),
  )
  return (
    bundled ??
    join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')
  )
}

/**
 * Opens a PDF, reads from it, and closes it whatever happens. A file that was cut off is mended.
 * @throws Refused (`encrypted`, `damaged`)
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  work: (document: PdfDocument, mended: boolean) => Promise<T>,
): Promise<T> {
  const sound = await opened(bytes)
  const mended = sound === null ? withNewEnd(bytes) : null
  const task = sound ?? (mended === null ? null : await opened(mended))
  if (task === null) throw damaged()
  try {
    return await work(await task.promise, mended !== null)
  } finally {
    await task.destroy()
  }
}

type Task = ReturnType<PdfJs['getDocument']>

/** The opened document's task; null for one that is damaged. */
async function opened(bytes: Uint8Array): Promise<Task | null> {
  const { getDocument } = await pdfjs()
  const task = getDocument({
    // The library takes the bytes for itself.
    data: Uint8Array.from(bytes),
    cMapUrl: `${characterMaps()}/`,
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    useWorkerFetch: false,
    useWasm: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    verbosity: 0,
  })
  try {
    const { numPages } = await task.promise
    if (numPages > 0) return task
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'PasswordException') {
      await task.destroy()
      throw new Refused(
        'encrypted',
        'is protected by a password',
        'Open it with its password in another program, save it without one, then open that file.',
      )
    }
  }
  await task.destroy()
  return null
}

export const damaged = (): Refused =>
  new Refused(
    'damaged',
    'is damaged, and none of its pages can be read',
    'Fetch or copy the file once more, then open that copy.',
  )
