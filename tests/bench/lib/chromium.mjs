// The Chromium that benchmarks run in: the same that the tests use.
import { chromium } from 'playwright'
import { findChromium } from '../../../scripts/lib/chromium.mjs'
import { quietly } from '../../../scripts/lib/chromium-quiet.mjs'

export async function launchChromium() {
  const found = findChromium()
  if (!found) throw new Error('No Chromium found: name one with PARALLAX_CHROMIUM')
  return chromium.launch({
    executablePath: found.path,
    // Root may not use it.
    chromiumSandbox: process.getuid?.() !== 0,
    args: quietly,
  })
}
