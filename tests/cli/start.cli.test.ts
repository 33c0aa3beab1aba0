import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { nodeRuntime } from '../../main/cli/node-runtime.ts'
import { HallClient } from '../../shared/client/hall-client.ts'
import { builtApp } from '../fixtures/built-app.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { Command, run, temporaryFolder } from '../fixtures/command.ts'
import { until } from '../fixtures/test-hall.ts'

const NO_DISPLAY = { BROWSER: 'none', DISPLAY: '', WAYLAND_DISPLAY: '' }

/** Long enough for a build, should a source have changed since the last. */
const START_PATIENCE = { timeout: 50_000, interval: 50 }
const ON_BUILDING = /^(正在|仍在)生成界面|^界面已生成/

const closed = closedAfterEach()

let data: string
beforeAll(builtApp)
beforeEach(async () => {
  data = join(closed(await temporaryFolder()).path, 'data')
})

async function start() {
  const command = closed(new Command('start', ['--data', data, '--port', '0'], { env: NO_DISPLAY }))
  let over = false
  void command.ended.then(() => {
    over = true
  })
  await vi.waitUntil(() => over || command.stdout.includes('按 Ctrl-C 结束'), START_PATIENCE)
  const found = /http:\/\/127\.0\.0\.1:(\d+)\/desk#([0-9a-f]{48})\n/.exec(command.stdout)
  if (found === null) throw new Error(`it did not start: ${command.stdout}${command.stderr}`)
  return { command, port: Number(found[1]), secret: found[2] ?? '' }
}

describe.skipIf(process.platform !== 'linux')('npm start where there is no display', () => {
  test('says so in one line and prints the console’s address, the attendees’ address and its code', async () => {
    const { command, port } = await start()
    const lines = command.stdout.split('\n').filter((line) => !ON_BUILDING.test(line))
    expect(lines[0]).toBe('这台机器没有图形界面，改在浏览器里使用（没有窗口也能用）。')
    expect(lines[1]).toMatch(/^操作台（只在本机打开）：/)
    const attendees = lines.filter((line) => line.startsWith('参会地址：'))
    for (const line of attendees)
      expect(line).toMatch(new RegExp(`^参会地址：http://\\d+\\.\\d+\\.\\d+\\.\\d+:${port}/$`))
    // A machine without a network has no such address, and then no code; it says that instead.
    expect(command.stdout).toMatch(attendees.length > 0 ? /手机扫这个码进入：\n[^\n]*[▀▄█]/ : /没有找到局域网地址/)
    expect(command.stdout).not.toMatch(/[一-鿿]{0,3}\?{3}|undefined|null/)
    expect(command.stderr).toBe('')
  })

  test('serves the pages of all surfaces, and lets the operator in', async () => {
    const { port, secret } = await start()
    for (const [path, title] of [
      ['/', '议事厅'],
      ['/desk', '议事厅'],
      ['/scribe', '议事厅'],
      ['/screen', ''],
    ] as const) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`)
      const html = await answer.text()
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'text/html; charset=utf-8'])
      expect(html).toContain(title)
      const [, script = ''] = /<script type="module"[^>]* src="([^"]+)"/.exec(html) ?? []
      expect((await fetch(new URL(script, answer.url))).headers.get('content-type')).toMatch(/^text\/javascript/)
    }
    const operator = closed(new HallClient(nodeRuntime(port), { kind: 'operator', secret }))
    await until(() => operator.phase.at === 'live', 'the operator to come in')
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends with 0 on %s and gives the folder back', async (signal) => {
    const { command } = await start()
    command.signal(signal)
    expect(await command.ended).toMatchObject({ code: 0, signal: null, stderr: '' })
    await start()
  })

  test('says in words why it does not start a second time on the same folder', async () => {
    await start()
    const second = await run('start', ['--data', data, '--port', '0'], { env: NO_DISPLAY })
    expect(second.stderr).toContain('正由另一个议事厅使用')
    expect(second.stderr).not.toContain('at file://')
    expect(second.code).toBe(1)
  })
})

test.each([[['--port', 'x']], [['--port', '70000']], [['--nonsense']], [['file']]])(
  'npm start with %j says how it is used and ends with 2',
  async (words) => {
    const { code, stderr, stdout } = await run('start', words, { env: NO_DISPLAY })
    expect(stderr).toContain('usage: npm start -- [--data DIR] [--port P]')
    expect(stdout).toBe('')
    expect(code).toBe(2)
  },
)
