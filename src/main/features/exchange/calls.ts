// What each call that takes notes out of a library, or brings some in, does.

import type { exchangeCalls } from '../../../shared/calls/exchange.ts'
import type { CallResult } from '../../../shared/calls.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { HandlersOf, OnLibrary } from '../../core/handlers.ts'
import type { Host } from '../../core/host.ts'
import { unsupported } from '../../core/refusals.ts'
import { buildExport, type ExchangeDeps, saveExport } from './exchange.ts'
import type { ExchangeLibrary } from './exchange-library.ts'
import { importJson } from './importing.ts'

export const exchangeHandlers = (
  on: OnLibrary<ExchangeLibrary>,
  deps: ExchangeDeps,
  host: Pick<Host, 'pickSavePath'>,
): HandlersOf<typeof exchangeCalls> => ({
  'library-import': on((library, arg) => importJson(library, arg)),
  'export-build': on(async (library, { atMost, ...request }) => {
    const built = await buildExport(library, request, deps)
    // A look at its beginning must not send the whole of it through.
    return built.ok && atMost !== null
      ? ok({ ...built.value, text: built.value.text.slice(0, atMost) })
      : built
  }),
  'export-write': on(async (library, { path, ...request }) => {
    const built = await buildExport(library, request, deps)
    if (!built.ok) return built
    const saved = await saveExport(path, built.value)
    const { articles, annotations } = built.value
    return saved.ok ? ok({ path, articles, annotations }) : saved
  }),
  'export-save': on(async (library, request): Promise<Result<CallResult<'export-save'>>> => {
    if (!host.pickSavePath) return fail(unsupported('show a save dialog'))
    const built = await buildExport(library, request, deps)
    if (!built.ok) return built
    const path = await host.pickSavePath(built.value.name)
    return path === null ? ok(null) : saveExport(path, built.value)
  }),
})
