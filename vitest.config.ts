import { defineConfig } from 'vitest/config'

const tier = (name: string, timeout: number) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.${name}.test.ts`],
    testTimeout: timeout,
    hookTimeout: timeout,
  },
})

/** One project per tier: pure rules, a real host on loopback, and failures (power cuts, kills). */
export default defineConfig({
  test: {
    projects: [tier('unit', 30_000), tier('host', 60_000), tier('faults', 600_000)],
  },
})
