import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type HostProcess, hostProcess } from '../../../main/desktop/host-process.ts'
import type { FromHost } from '../../../main/host/service/service-messages.ts'
import type { HostStatus } from '../../../shared/desktop-bridge.ts'

const READY: FromHost = {
  t: 'host-ready',
  port: 50_808,
  operatorSecret: 'ab',
  addresses: ['http://192.168.1.5:50808/'],
}
const RUNNING = { at: 'running', port: 50_808, operatorSecret: 'ab', addresses: ['http://192.168.1.5:50808/'] }

class FakeChild {
  readonly posted: unknown[] = []
  killed = false
  readonly #acts = new Map<string, (value: unknown) => void>()

  on(event: string, act: (value: never) => void): void {
    this.#acts.set(event, act as (value: unknown) => void)
  }
  postMessage(message: unknown): void {
    this.posted.push(message)
  }
  kill(): boolean {
    this.killed = true
    return true
  }
  says(message: unknown): void {
    this.#acts.get('message')?.(message)
  }
  exits(code: number): void {
    this.#acts.get('exit')?.(code)
  }
}

let children: FakeChild[]
let statuses: HostStatus[]
let host: HostProcess
const log = vi.fn()
const latest = (): FakeChild => {
  const child = children.at(-1)
  if (child === undefined) throw new Error('no process was started')
  return child
}
const pass = (ms: number) => vi.advanceTimersByTime(ms)

beforeEach(() => {
  vi.useFakeTimers()
  vi.clearAllMocks()
  children = []
  statuses = []
  host = hostProcess({
    fork: () => {
      const child = new FakeChild()
      children.push(child)
      return child
    },
    now: Date.now,
    after: (ms, act) => {
      const timer = setTimeout(act, ms)
      return () => clearTimeout(timer)
    },
    log,
    onStatus: (status) => statuses.push(status),
  })
  host.start()
})

describe('the host’s process', () => {
  test('is starting until it says where it is', () => {
    expect(host.status).toEqual({ at: 'starting' })
    latest().says(READY)
    expect(host.status).toEqual(RUNNING)
    expect(statuses).toEqual([RUNNING])
  })

  test('is not believed when it says something else', () => {
    for (const message of [
      null,
      'host-ready',
      { t: 'host-ready' },
      { ...READY, port: 0 },
      { ...READY, port: '50808' },
    ]) {
      latest().says(message)
    }
    expect(host.status).toEqual({ at: 'starting' })
  })

  test('is killed when it has not said so within twenty seconds, and started once more', () => {
    pass(19_999)
    expect(latest().killed).toBe(false)
    pass(1)
    expect(latest().killed).toBe(true)
    latest().exits(1)
    pass(1_000)
    expect(children).toHaveLength(2)
  })

  test('is left alone once it is ready', () => {
    latest().says(READY)
    pass(3_600_000)
    expect(latest().killed).toBe(false)
    expect(children).toHaveLength(1)
  })

  test('is started again after a pause when it dies, and then is elsewhere', () => {
    latest().says(READY)
    latest().exits(139)
    expect(host.status).toEqual({ at: 'starting' })
    pass(999)
    expect(children).toHaveLength(1)
    pass(1)
    latest().says({ ...READY, port: 50_810, operatorSecret: 'cd' })
    expect(statuses.at(-1)).toMatchObject({ at: 'running', port: 50_810, operatorSecret: 'cd' })
    expect(log).toHaveBeenCalledWith('hostExited', '139')
  })

  test('is given up with a sentence when it dies again at once', () => {
    latest().exits(1)
    pass(1_000)
    latest().says(READY)
    pass(59_999)
    latest().exits(1)
    pass(3_600_000)
    expect(children).toHaveLength(2)
    expect(host.status).toEqual({ at: 'stopped', sentence: expect.stringMatching(/请.*。$/) })
  })

  test('has another restart after it ran a minute', () => {
    latest().exits(1)
    pass(1_000)
    latest().says(READY)
    pass(60_000)
    latest().exits(1)
    pass(1_000)
    expect(children).toHaveLength(3)
  })

  test('is not started again when it says itself why it cannot run', () => {
    latest().says({ t: 'host-refused', sentence: '端口被占用。' })
    latest().exits(1)
    pass(3_600_000)
    expect(children).toHaveLength(1)
    expect(statuses).toEqual([{ at: 'stopped', sentence: '端口被占用。' }])
  })

  test('a dead one is no longer listened to', () => {
    const [first] = children
    first?.exits(1)
    pass(1_000)
    first?.says(READY)
    expect(host.status).toEqual({ at: 'starting' })
  })
})

describe('the host’s end', () => {
  const settled = async (end: Promise<void>) => {
    let done = false
    void end.then(() => {
      done = true
    })
    await vi.advanceTimersByTimeAsync(0)
    return done
  }

  test('is asked for and waited for', async () => {
    latest().says(READY)
    const end = host.stop()
    expect(latest().posted).toEqual([{ t: 'stop' }])
    expect(await settled(end)).toBe(false)
    latest().exits(0)
    await end
    pass(3_600_000)
    expect(children).toHaveLength(1)
    expect(latest().killed).toBe(false)
  })

  test('is enforced when it does not come', async () => {
    latest().says(READY)
    const end = host.stop()
    pass(7_999)
    expect(latest().killed).toBe(false)
    pass(1)
    expect(latest().killed).toBe(true)
    latest().exits(1)
    await end
    pass(3_600_000)
    expect(children).toHaveLength(1)
  })

  test('asked for twice is asked for once', async () => {
    const ends = [host.stop(), host.stop()]
    latest().exits(0)
    await Promise.all(ends)
    expect(latest().posted).toHaveLength(1)
  })

  test('is at once when it has died already, and takes back the restart', async () => {
    latest().exits(1)
    expect(await settled(host.stop())).toBe(true)
    pass(3_600_000)
    expect(children).toHaveLength(1)
  })
})
