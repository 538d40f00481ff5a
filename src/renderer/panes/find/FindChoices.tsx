// How closely words are to be met: each choice a button that says whether it holds.
import { CaseSensitive, createLucideIcon, type LucideIcon, Regex, WholeWord } from 'lucide-react'
import type { ActionId } from '../../../shared/menu.ts'
import { type FindChoice, findChoices } from '../../actions/find.ts'
import { runAction } from '../../actions/run.ts'
import { IconButton } from '../../parts/IconButton.tsx'
import { useApp } from '../../state/app.ts'

/** An “é”. */
const Accent = createLucideIcon('accent', [
  ['path', { d: 'M7 15h10a5 5 0 1 0-1.6 3.7', key: 'letter' }],
  ['path', { d: 'm11 6 4-4', key: 'accent' }],
])

const shown: Readonly<Record<FindChoice, { readonly name: string; readonly icon: LucideIcon }>> = {
  'find-case': { name: 'Capitals as typed', icon: CaseSensitive },
  'find-words': { name: 'Whole words', icon: WholeWord },
  'find-accents': { name: 'Accents as typed', icon: Accent },
  'find-pattern': { name: 'Regular expression', icon: Regex },
}

export function FindChoices() {
  const settings = useApp((state) => state.settings)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in the bar's row
    <span className="find-choices" role="group" aria-label="How words are found">
      {Object.entries(findChoices).map(([id, field]) => {
        const { name, icon } = shown[id as FindChoice]
        return (
          <IconButton
            key={id}
            name={name}
            icon={icon}
            size={15}
            action={id as ActionId}
            pressed={settings[field]}
            onPress={() => runAction(id as ActionId)}
          />
        )
      })}
    </span>
  )
}
