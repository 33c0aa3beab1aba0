import { defineConfig } from 'vitest/config'

const tier = (name: string, timeout: number) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.${name}.test.ts`],
    testTimeout: timeout,
    hookTimeout: timeout,
  },
})

/** One project per tier: pure rules, a real host on loopback, commands as people run them, and failures. */
export default defineConfig({
  test: {
    reporters: ['default', './tests/summary-reporter.ts'],
    projects: [tier('unit', 30_000), tier('host', 60_000), tier('cli', 120_000), tier('faults', 600_000)],
  },
})
