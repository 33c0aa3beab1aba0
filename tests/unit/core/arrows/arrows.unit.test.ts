import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
const CONFIG = '.dependency-cruiser.cjs'

type Arrow = readonly [from: string, to: string, rules: readonly string[]]

/** One arrow a line, drawn by a file that imports the other, and the rules that it breaks. */
const arrows: readonly Arrow[] = [
  ['shared/a.ts', 'node:fs', ['shared-touches-no-runtime']],
  ['shared/b.ts', 'main/host/host.ts', ['shared-stands-alone', 'shared-touches-no-runtime']],
  ['shared/c.ts', 'renderer/page.ts', ['shared-stands-alone', 'shared-touches-no-runtime']],
  ['shared/d.ts', 'tests/unit/helper.ts', ['shared-stands-alone', 'shared-touches-no-runtime']],
  ['shared/meeting/e.ts', 'shared/wording/words.ts', ['core-knows-no-wording']],
  ['shared/f.ts', 'shared/nowhere.ts', ['no-unresolvable', 'shared-touches-no-runtime']],
  ['main/host/g.ts', 'main/desktop/shell.ts', ['host-uses-shared']],
  ['main/host/h.ts', 'main/cli/serve.ts', ['host-uses-shared']],
  ['main/host/i.ts', 'renderer/page.ts', ['host-uses-shared']],
  ['main/desktop/j.ts', 'main/cli/serve.ts', ['desktop-uses-host']],
  ['main/desktop/k.ts', 'renderer/page.ts', ['desktop-uses-host']],
  ['main/cli/l.ts', 'renderer/page.ts', ['cli-uses-host']],
  ['main/cli/m.ts', 'main/desktop/shell.ts', ['cli-uses-host']],
  ['renderer/n.ts', 'main/host/host.ts', ['renderer-uses-shared']],
  ['renderer/o.ts', 'main/desktop/shell.ts', ['renderer-uses-shared']],
  ['main/host/p.ts', 'shared/core.ts', []],
  ['main/host/q.ts', 'node:fs', []],
  ['main/host/r.ts', 'shared/wording/words.ts', []],
  ['main/desktop/s.ts', 'main/host/host.ts', []],
  ['main/cli/t.ts', 'main/host/host.ts', []],
  ['renderer/u.ts', 'shared/core.ts', []],
  ['tests/v.ts', 'main/host/host.ts', []],
  ['shared/wording/w.ts', 'shared/core.ts', []],
]

const targets = [
  'main/host/host.ts',
  'main/desktop/shell.ts',
  'main/cli/serve.ts',
  'renderer/page.ts',
  'shared/core.ts',
  'shared/wording/words.ts',
  'tests/unit/helper.ts',
]

type Report = {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[]
  }
}

describe('the arrows of the architecture', () => {
  let folder = ''
  let report: Report = { summary: { violations: [] } }

  async function plant(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yishiting-arrows-'))
    for (const name of [CONFIG, 'tsconfig.base.json']) await cp(join(ROOT, name), join(folder, name))
    for (const path of targets) await plant(path, 'export const it = 1\n')
    for (const [from, to] of arrows) {
      const up = '../'.repeat(from.split('/').length - 1)
      const specifier = to.startsWith('node:') ? to : `${up}${to}`
      await plant(from, `import * as it from '${specifier}'\nexport const used = it\n`)
    }
    await plant('shared/one.ts', `import { two } from './two.ts'\nexport const one = () => two\n`)
    await plant('shared/two.ts', `import { one } from './one.ts'\nexport const two = () => one\n`)
    const roots = ['main', 'shared', 'renderer', 'tests']
    // It ends with the number of violations, which are what is asked for.
    const output = await promisify(execFile)(
      process.execPath,
      [CRUISER, '--config', CONFIG, '--output-type', 'json', ...roots],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
    ).catch((error: { readonly stdout: string }) => error)
    report = JSON.parse(output.stdout)
  })

  afterAll(async () => {
    await rm(folder, { recursive: true })
  })

  const brokenBy = (from: string) =>
    report.summary.violations.filter((violation) => violation.from === from).map((violation) => violation.rule.name)

  it.each(arrows)('%s -> %s breaks %o', (from, _to, rules) => {
    expect(brokenBy(from).sort()).toEqual([...rules].sort())
  })

  it('a circle is found', () => {
    expect([...brokenBy('shared/one.ts'), ...brokenBy('shared/two.ts')]).toContain('no-circle')
  })
})
