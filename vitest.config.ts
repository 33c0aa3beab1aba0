import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Under Node the package `electron` tries to download a program and throws: no test may reach it. */
const alias = { electron: fileURLToPath(new URL('tests/fixtures/electron-stub.ts', import.meta.url)) }

const tier = (name: string, timeout: number) => ({
  resolve: { alias },
  test: {
    name,
    include: [`tests/${name}/**/*.${name}.test.ts`],
    testTimeout: timeout,
    hookTimeout: timeout,
  },
})

/** Browsers want both cores: they come when the other tiers are done, one file at a time. */
const browsers = tier('e2e', 120_000)
const alone = {
  expect: { poll: { timeout: 15_000 } },
  globalSetup: './tests/fixtures/browser/browser-setup.ts',
  fileParallelism: false,
  sequence: { groupOrder: 1 },
}

/** One project per tier: pure rules, a real host on loopback, commands as people run them, failures, the real window, pages. */
export default defineConfig({
  test: {
    reporters: ['default', './tests/summary-reporter.ts'],
    globalSetup: './tests/fixtures/debian-packages.ts',
    projects: [
      tier('unit', 30_000),
      tier('host', 60_000),
      tier('cli', 120_000),
      tier('faults', 600_000),
      tier('electron', 120_000),
      { ...browsers, test: { ...browsers.test, ...alone } },
    ],
  },
})
