// What each call about what belongs to the user does: settings, sessions, folders to choose from.
import type { settingsCalls } from '../../../shared/calls/settings.ts'
import { ok } from '../../../shared/result.ts'
import type { HandlersOf } from '../../core/handlers.ts'
import { definedOnly } from '../../defined-only.ts'
import type { UserData } from '../../store/user-data.ts'
import { listFolders } from './folders.ts'

export const settingsHandlers = (
  userData: Pick<UserData, 'saveSettings' | 'updateState'>,
): HandlersOf<typeof settingsCalls> => ({
  'settings-save': (patch) => userData.saveSettings(definedOnly(patch)),
  'session-save': async ({ library, session }) => {
    const saved = await userData.updateState((state) => ({
      ...state,
      sessions: { ...state.sessions, [library]: session },
    }))
    return saved.ok ? ok({}) : saved
  },
  'folders-list': ({ path }) => listFolders(path),
})
