import type { WebPreferences } from 'electron'
import { expect, test } from 'vitest'
import { webPreferences } from '../../../main/desktop/web-preferences.ts'

const EVERY_PAGE = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  spellcheck: false,
}

test('a desk runs sandboxed with the bridge, and with nothing else set', () => {
  expect(webPreferences('/app/preload.cjs')).toStrictEqual({ preload: '/app/preload.cjs', ...EVERY_PAGE })
})

test('the hall screen runs sandboxed without a bridge', () => {
  expect(webPreferences(null)).toStrictEqual(EVERY_PAGE)
})

test('a misspelt setting does not compile, so none can be lost silently', () => {
  // @ts-expect-error Checked by `npm run types` against Electron's own declarations.
  const misspelt = { sandbx: true } satisfies WebPreferences
  expect(Object.keys(misspelt)).not.toContain('sandbox')
})
