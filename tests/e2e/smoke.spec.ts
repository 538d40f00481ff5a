// The least that must hold on every host before anything else is worth testing.
import { expect, test } from './fixtures.ts'

test('opens with the sample library', async ({ app }) => {
  await expect(app.page.getByRole('main')).toBeVisible()
  await expect(app.page.getByRole('heading').first()).toBeVisible()
  await expect(app.page.getByRole('article').first()).toBeVisible()
})
