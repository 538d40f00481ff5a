// What the core told at the start, and the user's settings.
import { create } from 'zustand'
import type { AppStart, Capabilities } from '../../shared/calls/window.ts'
import { defaultSettings } from '../../shared/model/defaults.ts'
import type { Settings } from '../../shared/model/settings.ts'

interface AppState {
  readonly status: 'starting' | 'ready'
  readonly version: string
  readonly mac: boolean
  readonly capabilities: Capabilities
  readonly settings: Settings
  readonly recent: AppStart['recent']
}

export const useApp = create<AppState>()(() => ({
  status: 'starting',
  version: '',
  mac: false,
  capabilities: { folderDialog: false, saveDialog: false, nativeMenu: false, openLinks: false },
  settings: defaultSettings,
  recent: [],
}))

export const settings = (): Settings => useApp.getState().settings
