// The eight colours as a row of dots: each a button that says its name and its key.
import { Check } from 'lucide-react'
import { type Color, colors } from '../../shared/model/color.ts'

export interface ColorDotsProps {
  readonly chosen: Color | null
  readonly onChoose: (color: Color) => void
}

export function ColorDots({ chosen, onChoose }: ColorDotsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a toolbar's row
    <div className="color-dots" role="group" aria-label="Colour">
      {colors.map((color, index) => (
        <button
          key={color}
          type="button"
          className="color-dot"
          data-color={color}
          aria-label={color}
          aria-pressed={color === chosen}
          title={`${color} (${index + 1})`}
          onClick={() => onChoose(color)}
        >
          {color === chosen && <Check size={12} strokeWidth={3} aria-hidden />}
        </button>
      ))}
    </div>
  )
}
