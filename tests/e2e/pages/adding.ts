// The ways into the library, as a reader's hands have them: drops, the file dialog, the clipboard.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Locator, Page } from 'playwright/test'
import { type App, expect } from '../fixtures.ts'

export interface Thing {
  readonly name: string
  readonly bytes: Uint8Array | string
}

/** A drag of files over the window; `drop` lets them go. */
export interface Held {
  drop(): Promise<void>
  leave(): Promise<void>
}

/** Holds files over the window as the system would. */
export async function hold({ page }: App, things: readonly Thing[]): Promise<Held> {
  const files = things.map(({ name, bytes }) => ({
    name,
    data: Buffer.from(bytes).toString('base64'),
  }))
  return drag(
    page,
    `${JSON.stringify(files)}.map(({ name, data }) =>
      new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], name))`,
  )
}

/** Holds files that the page makes itself: `files` is the program that gives them. */
export async function drag(page: Page, files: string): Promise<Held> {
  await page.evaluate(`(() => {
    window.held = new DataTransfer()
    for (const file of ${files}) window.held.items.add(file)
  })()`)
  await dispatch(page, 'dragenter')
  await dispatch(page, 'dragover')
  return { drop: () => dispatch(page, 'drop'), leave: () => dispatch(page, 'dragleave') }
}

/** Dispatches on what is in the middle of the window, and sees that the page took it. */
async function dispatch(page: Page, type: string): Promise<void> {
  const taken = await page.evaluate(`(() => {
    const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body
    const init = { bubbles: true, cancelable: true, composed: true, dataTransfer: window.held }
    return !target.dispatchEvent(new DragEvent('${type}', init))
  })()`)
  if (type !== 'dragleave') expect(taken, `${type} does not lead the window away`).toBe(true)
}

export async function drop(app: App, things: readonly Thing[]): Promise<void> {
  await (await hold(app, things)).drop()
}

/** Pastes as the browser does when Ctrl+V is pressed. */
export async function paste(
  { page }: App,
  clip: { readonly html?: string; readonly text: string },
): Promise<void> {
  await page.evaluate(`(() => {
    const { html, text } = ${JSON.stringify(clip)}
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    if (html) clipboardData.setData('text/html', html)
    const init = { bubbles: true, cancelable: true, clipboardData }
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new ClipboardEvent('paste', init))
  })()`)
}

/** Writes a folder to choose. */
export async function folderWith(path: string, things: readonly Thing[]): Promise<string> {
  for (const { name, bytes } of things) {
    await mkdir(dirname(join(path, name)), { recursive: true })
    await writeFile(join(path, name), bytes)
  }
  return path
}

/** Presses a button that shows the file dialog, and chooses. */
export async function choose(
  { page }: App,
  button: Locator,
  paths: string | readonly string[],
): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await button.click()
  await (await chooser).setFiles(typeof paths === 'string' ? paths : [...paths])
}

/** A short article on a subject, which stands between all other words: no two are nearly the same. */
export function story(subject: string): string {
  const about = (words: string): string => words.split(' ').join(` ${subject} `)
  return [
    `${subject} divides the council`,
    about('Osterby argued three hours over'),
    `It pays in nine years, they say. ${about('nobody counted before anybody asked')}.`,
    about('another evening follows after Easter in school'),
  ].join('\n\n')
}
