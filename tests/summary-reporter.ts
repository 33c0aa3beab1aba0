import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with the one line that is read by machines: `N passed, N failed, N skipped`. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      // A file that could not even be loaded has no tests to count.
      if (module.errors().length > 0) counts.failed += 1
      for (const test of module.children.allTests()) counts[test.result().state] += 1
    }
    const failed = counts.failed + counts.pending
    console.log(`${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`)
  }
}
