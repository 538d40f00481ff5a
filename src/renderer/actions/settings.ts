// Changing settings: shown at once, then saved.
import type { Settings } from '../../shared/model/settings.ts'
import { api } from '../client/api.ts'
import { settings, useApp } from '../state/app.ts'
import { tell, tellError } from '../state/ui.ts'

export async function saveSettings(patch: Partial<Settings>): Promise<void> {
  useApp.setState(({ settings: now }) => ({ settings: { ...now, ...patch } }))
  const saved = await api.call('settings-save', patch)
  if (!saved.ok) tellError(saved.error)
}

const themes = ['system', 'light', 'sepia', 'dark'] as const
const furniture = ['dimmed', 'collapsed', 'shown'] as const

const after = <T>(values: readonly T[], value: T): T | undefined =>
  values[(values.indexOf(value) + 1) % values.length]

export function nextTheme(): void {
  const theme = after(themes, settings().theme) ?? 'system'
  tell(theme === 'system' ? 'Theme: as the system’s' : `Theme: ${theme}`)
  void saveSettings({ theme })
}

export function nextFurniture(): void {
  const next = after(furniture, settings().furniture) ?? 'dimmed'
  tell(`Page furniture: ${next}`)
  void saveSettings({ furniture: next })
}

/** Pixels; 0: the usual size. */
export function resizeText(by: number): void {
  const fontSize = by === 0 ? 17 : Math.min(32, Math.max(12, settings().fontSize + by))
  void saveSettings({ fontSize })
}
