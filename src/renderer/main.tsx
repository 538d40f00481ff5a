// Entry of the window.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import { start } from './actions/start.ts'
import { App } from './shell/App.tsx'
import { Safety } from './shell/Safety.tsx'
import { watchFaults } from './shell/watch-faults.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
watchFaults(window)
createRoot(root).render(
  <StrictMode>
    <Safety>
      <App />
    </Safety>
  </StrictMode>,
)
void start()
