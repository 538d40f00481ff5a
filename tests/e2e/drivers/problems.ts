// Watches every page of the app for what no user should cause: errors on the console (refusals by
// the content security policy are among them) and uncaught exceptions.
import type { BrowserContext, ConsoleMessage, Page } from 'playwright/test'

export interface Problems {
  readonly list: string[]
  /** From now on nothing counts: the app is being ended. */
  stop(): void
}

export async function watchProblems(page: Page): Promise<Problems> {
  const problems: Problems = { list: [], stop }
  const context: BrowserContext = page.context()
  const seen = new Set<string>()
  const add = (problem: string) => {
    // The first messages may come twice: from the page's memory and as they happen.
    if (!seen.has(problem)) problems.list.push(problem)
    seen.add(problem)
  }
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() !== 'error') return
    const { url, lineNumber } = message.location()
    add(`console: ${message.text()} (${url}:${lineNumber})`)
  }
  const onError = (error: Error) => add(`uncaught: ${error.stack ?? error.message}`)
  const onWebError = (webError: { error(): Error }) => onError(webError.error())
  context.on('console', onConsole)
  context.on('weberror', onWebError)
  // Electron's first page may have spoken before we could listen.
  for (const message of await page.consoleMessages()) onConsole(message)
  for (const error of await page.pageErrors()) onError(error)
  return problems

  function stop() {
    context.off('console', onConsole)
    context.off('weberror', onWebError)
  }
}
