// Exports as files: getting them out of the dialog, and what must be in every one of them.
import { readFile } from 'node:fs/promises'
import type { Locator } from 'playwright/test'
import { type App, expect, stubSaveDialog } from '../fixtures.ts'
import { roomOf } from './room.ts'

export interface Made {
  readonly file: string
  readonly exact: string
  readonly color: string
  readonly tags: readonly string[]
  readonly note: string
}

export const formats = {
  'Markdown': 'md',
  'Web page (HTML)': 'html',
  'Table (CSV)': 'csv',
  'Parallax (JSON)': 'json',
} as const

interface Exported {
  readonly articles: readonly {
    readonly path: string
    readonly annotations: readonly (Omit<Made, 'exact' | 'file'> & {
      readonly target: { readonly exact: string }
    })[]
  }[]
}

export const notesIn = (json: string): Made[] =>
  (JSON.parse(json) as Exported).articles.flatMap(({ path, annotations }) =>
    annotations.map(({ target, color, tags, note }) => ({
      file: path,
      exact: target.exact,
      color,
      tags,
      note,
    })),
  )

/** Presses the dialog's button, and gives the file that came of it; it also lies at the path. */
export async function save(app: App, dialog: Locator, path: string): Promise<string> {
  if (app.electron) {
    await stubSaveDialog(app, path)
    await dialog.getByRole('button', { name: 'Save as…' }).click()
    await expect(roomOf(app).messages).toContainText(`Saved as ${path}`)
  } else {
    const download = app.page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Download' }).click()
    await (await download).saveAs(path)
  }
  await expect(dialog).toBeHidden()
  return readFile(path, 'utf8')
}

/** Letters and digits alone: what no format may lose, whatever it puts around them. */
export const letters = (text: string): string =>
  text
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')
    .replace(/&(\w+|#\w+);/g, ' ')
    .replace(/<\/?(strong|em|b|p|q|li|ul|ol|blockquote|code|br)\b[^>]*>/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

export function expectInOrder(text: string, expected: readonly Made[]): void {
  const all = letters(text)
  const starts: number[] = []
  // Each after the whole of the one before: a short one may be part of it.
  let from = 0
  for (const { exact } of expected) {
    const at = all.indexOf(letters(exact), from)
    expect(at, `“${exact}” comes in its turn`).toBeGreaterThan(0)
    starts.push(at)
    from = at + letters(exact).length
  }
  expected.forEach(({ exact, note, tags }, index) => {
    const part = all.slice(starts[index], starts[index + 1])
    for (const what of [note.replace(/<\/?b>/g, ''), ...tags])
      expect(part.replace(/b(notbold)b/, '$1'), `with “${exact}”`).toContain(letters(what))
  })
}
