import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { runHostService } from '../../main/host/service/host-service.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { temporaryFolder } from '../fixtures/command.ts'
import { until } from '../fixtures/test-hall.ts'

const closed = closedAfterEach()

let folder: string
beforeEach(async () => {
  folder = closed(await temporaryFolder()).path
})

/** The host as the shell runs it, in this process. */
async function serve(data: string, port = 0) {
  const messages: unknown[] = []
  const codes: number[] = []
  let tell: (message: unknown) => void = () => undefined
  const running = runHostService({
    data,
    port,
    address: '127.0.0.1',
    site: folder,
    version: '1.2.3',
    post: (message) => messages.push(message),
    onMessage: (act) => {
      tell = act
    },
    write: () => undefined,
    exit: (code) => codes.push(code),
  })
  await running
  closed({
    close: async () => {
      tell({ t: 'stop' })
      await until(() => codes.length > 0, 'the host to end')
    },
  })
  return { messages, codes, tell: (message: unknown) => tell(message) }
}

function readyOf({ messages }: { readonly messages: readonly unknown[] }) {
  const [ready] = messages as { readonly t: string; readonly port: number; readonly operatorSecret: string }[]
  if (ready?.t !== 'host-ready') throw new Error(`not ready: ${JSON.stringify(messages)}`)
  return ready
}

describe('the host of the window', () => {
  test('says its port, its secret and its addresses, and answers there', async () => {
    const service = await serve(join(folder, 'data'))
    const ready = readyOf(service)
    expect(ready).toEqual({
      t: 'host-ready',
      port: expect.any(Number),
      operatorSecret: expect.stringMatching(/^[0-9a-f]{48}$/),
      addresses: [`http://127.0.0.1:${ready.port}/`],
    })
    const about = await fetch(`http://127.0.0.1:${ready.port}/about`)
    expect(await about.json()).toMatchObject({ version: '1.2.3' })
  })

  test.each([
    ['app://local', true],
    ['app://evil', false],
    ['https://example.org', false],
  ])('lets a page of %s open a socket: %s', async (origin, allowed) => {
    const { port } = readyOf(await serve(join(folder, 'data')))
    const socket = new WebSocket(`ws://127.0.0.1:${port}/live`, { origin })
    const opened = await new Promise((resolve) => {
      socket.on('open', () => resolve(true)).on('error', () => resolve(false))
    })
    socket.terminate()
    expect(opened).toBe(allowed)
  })

  test('ends with 0 when it is told to, and gives the folder back', async () => {
    const data = join(folder, 'data')
    const first = await serve(data)
    first.tell('nonsense')
    first.tell({ t: 'stop' })
    first.tell({ t: 'stop' })
    await until(() => first.codes.length > 0, 'the host to end')
    expect(first.codes).toEqual([0])
    expect(readyOf(await serve(data)).t).toBe('host-ready')
  })

  test('says in words that the folder is in use, and ends with 1', async () => {
    const data = join(folder, 'data')
    await serve(data)
    const second = await serve(data)
    expect(second.messages).toEqual([{ t: 'host-refused', sentence: expect.stringContaining('正由另一个议事厅使用') }])
    await until(() => second.codes.length > 0, 'the second to end')
    expect(second.codes).toEqual([1])
  })

  test('says in words that the port is taken', async () => {
    const other = createServer()
    closed({ close: () => new Promise((done) => other.close(done)) })
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
    const { port } = other.address() as { readonly port: number }
    const { messages } = await serve(join(folder, 'data'), port)
    expect(messages).toEqual([{ t: 'host-refused', sentence: expect.stringContaining(`端口 ${port} 已被`) }])
  })

  test('says in words that the data folder is a file', async () => {
    await writeFile(join(folder, 'data'), '')
    const { messages } = await serve(join(folder, 'data'))
    expect(messages).toEqual([{ t: 'host-refused', sentence: expect.stringMatching(/^主机没有启动：.*请检查/) }])
  })
})
