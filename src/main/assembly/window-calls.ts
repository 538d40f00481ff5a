// What each call does that is about no library: how a window begins, and the links it opens.
import { basename } from 'node:path'
import type { AppStart, windowCalls } from '../../shared/calls/window.ts'
import type { AppError } from '../../shared/errors.ts'
import { fail, ok } from '../../shared/result.ts'
import type { AppDeps } from '../app-deps.ts'
import type { HandlersOf } from '../core/handlers.ts'
import { unsupported } from '../core/refusals.ts'
import type { Opening } from '../opening.ts'
import type { UserData } from '../store/user-data.ts'

export function windowHandlers(
  { host, version }: Pick<AppDeps, 'host' | 'version'>,
  userData: Pick<UserData, 'settings' | 'state'>,
  opening: Opening,
): HandlersOf<typeof windowCalls> {
  let told = false
  return {
    'app-start': async () => {
      const { notices, firstStart } = await opening.start()
      const first = !told
      told = true
      const library = opening.libraries.current()
      return ok<AppStart>({
        version,
        platform: process.platform,
        capabilities: host.capabilities,
        settings: userData.settings,
        recent: userData.state.recent.map((path) => ({ path, name: basename(path) || path })),
        library: library && opening.view(library),
        firstStart: first && firstStart,
        notices: first ? [...notices] : [],
      })
    },
    'link-open': async ({ url }) => {
      if (!isWebLink(url)) return fail(badLink(url))
      if (!host.openLink) return fail(unsupported('open links'))
      await host.openLink(url)
      return ok({})
    },
  }
}

/** Only addresses that a browser or mail program shows; never a file or a program. */
function isWebLink(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null
  return parsed !== null && ['http:', 'https:', 'mailto:'].includes(parsed.protocol)
}

const badLink = (url: string): AppError => ({
  code: 'bad-argument',
  message: 'Only web and mail addresses are opened.',
  advice: 'Copy the address if you trust it.',
  detail: url,
})
