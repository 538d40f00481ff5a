// What a Chromium under test is started with so that it does nothing but show our pages: no requests of
// its own, and no pages of its own beside each of ours, which cost more than the page under test.

/** A later `--disable-features` replaces an earlier one: those that Playwright switches off are here, too. */
const features = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'Translate',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
]

/** Arguments for Playwright's `launch`. */
export const quietly = [
  '--disable-background-networking',
  '--disable-component-update',
  `--disable-features=${features.join(',')}`,
]
