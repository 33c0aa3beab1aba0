import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, Socket } from 'node:net'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { nodeRuntime } from '../../main/cli/node-runtime.ts'
import { sayHostRefusal } from '../../main/host/refusal-sentences.ts'
import { diskStorage } from '../../main/host/storage/disk-storage.ts'
import { HallClient } from '../../shared/client/hall-client.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { Command, run, temporaryFolder } from '../fixtures/command.ts'
import { hello, RawClient } from '../fixtures/raw-client.ts'
import { startTestHall, testSeats, until } from '../fixtures/test-hall.ts'

const USAGE = 'usage: npm run host -- --data DIR'
/** A host that is told to end does so within this, also when a client does not. */
const END_MS = 5_000
const CHINESE = /[\u4e00-\u9fff]/

const closed = closedAfterEach()

let data: string
beforeEach(async () => {
  const folder = closed(await temporaryFolder())
  data = join(folder.path, 'data')
})

const args = (...more: readonly string[]) => ['--data', data, '--port', '0', '--address', '127.0.0.1', ...more]

type Serving = { readonly command: Command; readonly port: number; readonly secret: string }

/** Starts a host on the test's folder and waits for the addresses that it prints. */
async function serve(
  more: readonly string[] = args(),
  options: { readonly fileBlocks?: number } = {},
): Promise<Serving> {
  const command = closed(new Command('serve', more, options))
  let over = false
  void command.ended.then(() => {
    over = true
  })
  await until(() => over || command.stdout.includes('参会地址'), 'the host to start')
  const found = /http:\/\/127\.0\.0\.1:(\d+)\/desk#([0-9a-f]{48})\n/.exec(command.stdout)
  if (found === null) throw new Error(`the host did not start: ${command.stderr}`)
  return { command, port: Number(found[1]), secret: found[2] ?? '' }
}

async function ends({ command }: Serving, signal: NodeJS.Signals) {
  const from = performance.now()
  command.signal(signal)
  const ended = await command.ended
  expect(performance.now() - from).toBeLessThan(END_MS)
  return ended
}

/** Refused: a Chinese sentence and no stack, exit code 1. */
async function expectRefused(more: readonly string[], sentence: string | RegExp): Promise<void> {
  const { code, stderr, stdout } = await run('serve', more)
  expect(stderr).toMatch(sentence)
  expect(stderr).toMatch(CHINESE)
  expect(stderr).not.toContain('at file://')
  expect(stdout).toBe('')
  expect(code).toBe(1)
}

/** A council with people and meetings, as an earlier run left it in the folder. */
async function leaveMeetings(titles: readonly string[] = []): Promise<number> {
  const hall = await startTestHall({ storage: diskStorage(data) })
  for (const title of titles) await hall.convene(title)
  const { port } = hall.host
  await hall.close()
  return port
}

describe('serve', () => {
  test('prints the address of the desk and that of the attendees, and answers at both', async () => {
    const { command, port } = await serve()
    expect(command.stdout).toContain(`参会地址：http://127.0.0.1:${port}/\n`)
    const home = await fetch(`http://127.0.0.1:${port}/`)
    expect([home.status, await home.text()]).toEqual([200, expect.stringContaining('议事厅')])
    const about = await fetch(`http://127.0.0.1:${port}/about`)
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(await about.json()).toMatchObject({ name: '议事厅', version, protocol: { current: expect.any(Number) } })
    expect((await fetch(`http://127.0.0.1:${port}/desk`)).status).toBe(200)
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 on %s and gives the folder back', async (signal) => {
    const first = await serve()
    expect(await ends(first, signal)).toMatchObject({ code: 0, signal: null })
    expect((await readdir(data)).filter((name) => name.includes('lock'))).toEqual([])
    const second = await serve()
    expect(second.secret).not.toBe(first.secret)
    expect(await ends(second, signal)).toMatchObject({ code: 0 })
  })

  test('ends although one client is in, one is silent, and one never finishes its request', async () => {
    const serving = await serve()
    const operator = closed(new HallClient(nodeRuntime(serving.port), { kind: 'operator', secret: serving.secret }))
    const silent = closed(new RawClient(serving.port))
    await silent.opened()
    silent.socket.pause()
    const halfway = new Socket()
    closed({ close: () => halfway.destroy() })
    halfway.on('error', () => undefined).connect(serving.port, '127.0.0.1')
    halfway.write('GET / HTTP/1.1\r\nHost: 127')
    await until(() => operator.phase.at === 'live', 'the operator to come in')
    expect(await ends(serving, 'SIGTERM')).toMatchObject({ code: 0 })
  })

  test('starts again after it was killed', async () => {
    const first = await serve()
    first.command.signal('SIGKILL')
    await first.command.ended
    expect(await ends(await serve(), 'SIGTERM')).toMatchObject({ code: 0 })
  })

  test('logs JSON lines in which there is no secret and no name', async () => {
    const port = await leaveMeetings()
    const [journal = ''] = (await readdir(join(data, 'journals'))).filter((name) => name.startsWith('meeting-'))
    await writeFile(join(data, 'journals', journal), '{"torn', { flag: 'a' })
    const serving = await serve(['--data', data, '--port', String(port), '--address', '127.0.0.1'])
    const operator = closed(new HallClient(nodeRuntime(serving.port), { kind: 'operator', secret: serving.secret }))
    await until(() => Object.keys(operator.names).length === testSeats.length, 'the names')
    const impostor = closed(new RawClient(serving.port))
    await impostor.opened()
    impostor.send(hello({ kind: 'operator', secret: `${serving.secret}0` }))
    await impostor.end()
    const [meeting] = operator.meetings
    const { stderr } = await ends(serving, 'SIGTERM')
    const entries = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    for (const entry of entries)
      expect(entry).toMatchObject({ at: expect.stringMatching(/^\d{4}-/), event: expect.any(String) })
    expect(entries.map((entry) => entry.event)).toEqual(expect.arrayContaining(['streamOpened', 'tornTail', 'closed']))
    expect(meeting?.joinCode).toMatch(/^\d{6}$/)
    const secrets = [serving.secret, `"${meeting?.joinCode}"`, '测试议事会', ...testSeats.map(({ name }) => name)]
    expect(secrets.filter((secret) => stderr.includes(secret))).toEqual([])
  })
})

describe('serve refuses, in Chinese and with exit code 1,', () => {
  test('a folder that another host is using, which goes on as before', async () => {
    const { command, port } = await serve()
    await expectRefused(args(), `数据文件夹正由另一个议事厅使用（process ${command.pid} since`)
    expect((await fetch(`http://127.0.0.1:${port}/about`)).status).toBe(200)
  })

  test('a port that another program has taken, and gives the folder back', async () => {
    const other = createServer()
    closed({ close: () => new Promise((done) => other.close(done)) })
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
    const taken = (other.address() as { readonly port: number }).port
    await expectRefused(['--data', data, '--port', String(taken), '--address', '127.0.0.1'], `端口 ${taken} 已被`)
    expect((await serve()).port).not.toBe(taken)
  })

  test('another port while a meeting is not sealed, unless told to move', async () => {
    const port = await leaveMeetings()
    const other = ['--data', data, '--port', String(port === 65_000 ? 65_001 : 65_000), '--address', '127.0.0.1']
    await expectRefused(other, `有一次会议还没有封存，它的地址用的是端口 ${port}`)
  })

  test('an address that this machine does not have, and gives the folder back', async () => {
    // TEST-NET-3 (RFC 5737): nobody's address.
    await expectRefused(['--data', data, '--port', '0', '--address', '203.0.113.1'], /主机没有启动：.*EADDRNOTAVAIL/)
    expect((await readdir(data)).filter((name) => name.includes('lock'))).toEqual([])
  })

  test('a data folder that is a file', async () => {
    await writeFile(data, '')
    await expectRefused(args(), '主机没有启动')
    expect(await readFile(data, 'utf8')).toBe('')
  })

  test.each([
    ['cut off', '{"version":1,"data":{"seats":{"st_0000', '已损坏'],
    ['of a newer version', '{"version":3,"data":{"seats":{}}}', '由更新的版本写成'],
  ])('a contacts document that is %s, naming the file and leaving it alone', async (_, text, sentence) => {
    await mkdir(join(data, 'documents'), { recursive: true })
    await writeFile(join(data, 'documents', 'contacts.json'), text)
    await expectRefused(args(), new RegExp(`documents/contacts\\.json ${sentence}`))
    expect(await readFile(join(data, 'documents', 'contacts.json'), 'utf8')).toBe(text)
  })
})

test('serve without a data folder or with a bad port says how it is used and ends with 2', async () => {
  const mistakes = [
    ['--port', '0'],
    ['--data', data, '--port', 'x'],
    ['--data', data, '--port', '70000'],
  ]
  for (const { code, stderr, stdout } of await Promise.all(mistakes.map((words) => run('serve', words)))) {
    expect(stderr).toContain(USAGE)
    expect(stderr).not.toContain('at file://')
    expect(stdout).toBe('')
    expect(code).toBe(2)
  }
  await expect(readdir(data)).rejects.toThrow('ENOENT')
})

describe.skipIf(process.platform === 'win32')('serve on a disk that is full', () => {
  test('from the first write on says so, ends with 3, and starts again when there is room', async () => {
    const port = await leaveMeetings(['会'.repeat(120), '议'.repeat(120), '厅'.repeat(120)])
    // The list of meetings is made again from the journals: more than the disk takes.
    await rm(join(data, 'documents', 'meetings.json'))
    const same = ['--data', data, '--port', String(port), '--address', '127.0.0.1']
    const full = await run('serve', same, { fileBlocks: 1 })
    expect(full.stderr).toContain('"event":"storageFailed"')
    expect(full.stderr).toContain('数据文件夹写不进去')
    expect(full.stderr).not.toContain('at file://')
    expect(full.stdout).toBe('')
    expect(full.code).toBe(3)

    const serving = await serve(same)
    const operator = closed(new HallClient(nodeRuntime(serving.port), { kind: 'operator', secret: serving.secret }))
    await until(() => operator.meetings.length === 4, 'all meetings')
    expect(await ends(serving, 'SIGTERM')).toMatchObject({ code: 0 })
  })

  test('in the middle of a meeting tells everybody and ends with 3', async () => {
    const serving = await serve(args(), { fileBlocks: 1 })
    const operator = closed(new HallClient(nodeRuntime(serving.port), { kind: 'operator', secret: serving.secret }))
    await until(() => operator.phase.at === 'live', 'the operator to come in')
    const ends: (string | null)[] = []
    operator.subscribe(() => operator.phase.at === 'offline' && ends.push(operator.phase.reason))
    for (let index = 100_000; index < 100_040; index += 1) {
      const contact = { seatId: `st_${index}`, name: '王五', phone: null, house: null }
      void operator.send('contacts', null, 'saveContact', contact)
    }
    await until(() => ends.includes('storageFailed'), 'the host to tell its clients')
    expect(operator.unanswered).toBeGreaterThan(0)
    const ended = await serving.command.ended
    expect(ended.stderr).toContain('数据文件夹写不进去')
    expect(ended.stderr).not.toContain('王五')
    expect(ended.code).toBe(3)
  })
})

test('every reason not to start has a Chinese sentence', () => {
  const damage = { path: 'documents/settings.json', reason: 'notJson' } as const
  const sentences = [
    sayHostRefusal({ code: 'folderInUse', holder: 'process 1' }),
    sayHostRefusal({ code: 'documentDamaged', damage }),
    sayHostRefusal({ code: 'documentDamaged', damage: { ...damage, reason: 'newerVersion' } }),
    sayHostRefusal({ code: 'portFixed', port: 1 }),
    sayHostRefusal({ code: 'portTaken', port: 1 }),
  ]
  expect(new Set(sentences).size).toBe(sentences.length)
  for (const sentence of sentences) expect(sentence).toMatch(/请.*。$/)
})
