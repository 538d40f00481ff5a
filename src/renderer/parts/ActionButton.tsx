// A button in words for an action that has a key: the key is told on rest.
import type { ReactNode } from 'react'
import type { ActionId } from '../../shared/menu.ts'
import { useApp } from '../state/app.ts'
import { keyWords } from './key-words.ts'

export interface ActionButtonProps {
  readonly action: ActionId
  readonly onPress: () => void
  readonly children: ReactNode
}

export function ActionButton({ action, onPress, children }: ActionButtonProps) {
  const mac = useApp((state) => state.mac)
  const key = keyWords(action, mac)
  return (
    <button type="button" className="text-button" title={key || undefined} onClick={onPress}>
      {children}
    </button>
  )
}
