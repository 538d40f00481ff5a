// Settings: each acts at once.
import { useMemo } from 'react'
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'
import { saveSettings } from '../actions/settings.ts'
import { canHyphenate } from '../dom/can-hyphenate.ts'
import { Choice } from '../parts/Choice.tsx'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { Toggle } from '../parts/Toggle.tsx'
import { useApp } from '../state/app.ts'
import { closeDialog } from '../state/ui.ts'
import './settings.css'

export function SettingsDialog() {
  const settings = useApp((state) => state.settings)
  // An option that does nothing here is not offered.
  const hyphenates = useMemo(() => canHyphenate('en'), [])
  return (
    <DialogFrame title="Settings" onClose={closeDialog}>
      <div className="settings">
        <Choice
          label="Theme"
          value={settings.theme}
          options={[
            { value: 'system', label: 'System' },
            { value: 'light', label: 'Light' },
            { value: 'sepia', label: 'Sepia' },
            { value: 'dark', label: 'Dark' },
          ]}
          onChange={(theme) => void saveSettings({ theme })}
        />
        <Choice
          label="Font"
          value={settings.font}
          options={[
            { value: 'serif', label: 'Serif' },
            { value: 'sans', label: 'Sans' },
            { value: 'dyslexia', label: 'OpenDyslexic' },
          ]}
          onChange={(font) => void saveSettings({ font })}
        />
        <Measure
          label="Text size"
          unit="px"
          value={settings.fontSize}
          range={[12, 32, 1]}
          onChange={(fontSize) => void saveSettings({ fontSize })}
        />
        <Measure
          label="Line height"
          unit=""
          value={settings.lineHeight}
          range={[1.2, 2.4, 0.02]}
          onChange={(lineHeight) => void saveSettings({ lineHeight })}
        />
        <Measure
          label="Line length"
          unit="characters"
          value={settings.measure}
          range={[40, 100, 1]}
          onChange={(measure) => void saveSettings({ measure })}
        />
        <Choice
          label="Page furniture"
          value={settings.furniture}
          options={[
            { value: 'dimmed', label: 'Dimmed' },
            { value: 'collapsed', label: 'Collapsed' },
            { value: 'shown', label: 'As text' },
          ]}
          onChange={(furniture) => void saveSettings({ furniture })}
        />
        {hyphenates && (
          <Toggle
            label="Hyphenate"
            on={settings.hyphenate}
            onChange={(hyphenate) => void saveSettings({ hyphenate })}
          />
        )}
        <Toggle
          label="Justify"
          on={settings.justify}
          onChange={(justify) => void saveSettings({ justify })}
        />
        <Toggle
          label="Single-letter keys (H, T, N, 1–8)"
          on={settings.singleKeys}
          onChange={(singleKeys) => void saveSettings({ singleKeys })}
        />
      </div>
    </DialogFrame>
  )
}

interface MeasureProps {
  readonly label: string
  readonly unit: string
  readonly value: number
  readonly range: readonly [least: number, most: number, step: number]
  readonly onChange: (value: number) => void
}

function Measure({ label, unit, value, range, onChange }: MeasureProps) {
  const [minValue, maxValue, step] = range
  return (
    <Slider
      className="slider"
      value={value}
      onChange={(next) => onChange(Math.round(Number(next) * 100) / 100)}
      {...{ minValue, maxValue, step }}
    >
      <Label>{label}</Label>
      <SliderOutput>{() => `${value}${unit === '' ? '' : ` ${unit}`}`}</SliderOutput>
      <SliderTrack className="slider-track">
        <SliderThumb className="slider-thumb" />
      </SliderTrack>
    </Slider>
  )
}
