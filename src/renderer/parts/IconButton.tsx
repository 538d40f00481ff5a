// A button that shows a picture and says its name, to the eye on rest and to a screen reader always.
import type { LucideIcon } from 'lucide-react'
import type { ActionId } from '../../shared/menu.ts'
import { useApp } from '../state/app.ts'
import { keyWords } from './key-words.ts'

export interface IconButtonProps {
  readonly name: string
  readonly icon: LucideIcon
  readonly onPress: () => void
  /** The action whose key is told. */
  readonly action?: ActionId
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly size?: number
  /** Stands beside the picture where there is room. */
  readonly word?: string
}

export function IconButton(props: IconButtonProps) {
  const { name, icon: Icon, onPress, action, pressed, disabled, size = 16, word } = props
  const mac = useApp((state) => state.mac)
  const key = action ? keyWords(action, mac) : ''
  return (
    <button
      type="button"
      className={word ? 'icon-button worded' : 'icon-button'}
      aria-label={name}
      aria-pressed={pressed}
      title={key === '' ? name : `${name} (${key})`}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon size={size} strokeWidth={1.75} aria-hidden />
      {word && <span aria-hidden>{word}</span>}
    </button>
  )
}
