import type { Reporter, TestModule, Vitest } from 'vitest/node'

/** The tier that opens pages: a whole run in which none was opened proves nothing of what people see. */
const BROWSER_TIER = 'e2e'

/** Ends a run with the one line that is read by machines: `N passed, N failed, N skipped`. */
export default class SummaryReporter implements Reporter {
  #vitest: Vitest | null = null

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  async onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): Promise<void> {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 }
    let inBrowser = 0
    for (const module of modules) {
      // A file that could not even be loaded has no tests to count.
      if (module.errors().length > 0) counts.failed += 1
      // Where preparations failed, the tests they were for count as skipped.
      for (const suite of module.children.allSuites()) if (suite.errors().length > 0) counts.failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        counts[state] += 1
        if (module.project.name === BROWSER_TIER && (state === 'passed' || state === 'failed')) inBrowser += 1
      }
    }
    if (inBrowser === 0 && (await this.#shouldOpenPages(modules.length))) {
      console.log('no browser test was run: that is a failure of the whole run')
      counts.failed += 1
      process.exitCode = 1
    }
    const failed = counts.failed + counts.pending
    console.log(`${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`)
  }

  /** Whether every test of every tier was to run, the browser's among them: nobody asked for a part only. */
  async #shouldOpenPages(files: number): Promise<boolean> {
    const vitest = this.#vitest
    if (vitest === null || vitest.config.testNamePattern !== undefined) return false
    if (!vitest.projects.some(({ name }) => name === BROWSER_TIER)) return false
    return files >= (await vitest.globTestSpecifications()).length
  }
}
