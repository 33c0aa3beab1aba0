import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type AskHandlers, registerHandlers } from '../../../main/desktop/ipc.ts'
import { expose } from '../../../main/desktop/preload/expose.ts'
import {
  ASK_CHANNELS,
  type AskName,
  type DesktopBridge,
  type HostStatus,
  STATUS_CHANNEL,
} from '../../../shared/desktop-bridge.ts'

type Listener = (event: unknown, ...args: unknown[]) => unknown

const OWN_FRAME = { url: 'app://local/desk#abc', parent: null }
const RUNNING: HostStatus = { at: 'running', port: 50_808, operatorSecret: 'ab', addresses: [] }

const registered = new Map<string, Listener>()
const heard = new Map<string, Set<Listener>>()
const asker = { print: vi.fn() }
const log = vi.fn()
const handlers = {
  hostStatus: vi.fn(() => RUNNING),
  saveFile: vi.fn(async () => true),
  openScreen: vi.fn(),
  keepAwake: vi.fn(),
  printPage: vi.fn(async () => false),
}

/** The page's side and the shell's side, joined as Electron joins them: by channel and structured clone. */
function joined(frame: unknown = OWN_FRAME): DesktopBridge {
  let page: unknown
  const renderer = {
    invoke: async (channel: string, ...args: unknown[]) => {
      const answer = registered.get(channel)
      if (answer === undefined) throw new Error(`nobody answers ${channel}`)
      return structuredClone(await answer({ senderFrame: frame, sender: asker }, ...structuredClone(args)))
    },
    on: (channel: string, listener: Listener) => {
      heard.set(channel, (heard.get(channel) ?? new Set()).add(listener))
      return renderer
    },
    off: (channel: string, listener: Listener) => {
      heard.get(channel)?.delete(listener)
      return renderer
    },
  }
  expose(
    {
      exposeInMainWorld: (name, bridge) => {
        expect(name).toBe('desktop')
        page = bridge
      },
    },
    renderer as unknown as Parameters<typeof expose>[1],
    '1.2.3',
  )
  return page as DesktopBridge
}

const tell = (status: HostStatus) => {
  for (const listener of heard.get(STATUS_CHANNEL) ?? []) listener({ sender: 'the event' }, status)
}

beforeEach(() => {
  vi.clearAllMocks()
  registered.clear()
  heard.clear()
  const ipcMain = { handle: (channel: string, listener: Listener) => registered.set(channel, listener) }
  registerHandlers(ipcMain as unknown as Parameters<typeof registerHandlers>[0], handlers as AskHandlers, log)
})

describe('the bridge', () => {
  test('answers every channel, and no other, for the page', () => {
    expect([...registered.keys()].sort()).toEqual(Object.values(ASK_CHANNELS).sort())
  })

  test('gives the page named functions and its version, and nothing of Electron', () => {
    const bridge = joined()
    const asked = Object.keys(ASK_CHANNELS)
    expect(Object.keys(bridge).sort()).toEqual([...asked, 'onHostStatus', 'version'].sort())
    expect(bridge.version).toBe('1.2.3')
  })

  test('carries every request with its arguments and brings back the answer', async () => {
    const bridge = joined()
    const bytes = new Uint8Array([80, 75])
    expect(await bridge.hostStatus()).toEqual(RUNNING)
    expect(await bridge.saveFile('会议纪要.docx', bytes)).toBe(true)
    await bridge.openScreen('123456')
    await bridge.keepAwake(true)
    expect(await bridge.printPage()).toBe(false)
    expect(handlers.saveFile).toHaveBeenCalledWith(['会议纪要.docx', bytes], asker)
    expect(handlers.openScreen).toHaveBeenCalledWith(['123456'], asker)
    expect(handlers.keepAwake).toHaveBeenCalledWith([true], asker)
    expect(handlers.printPage).toHaveBeenCalledWith([], asker)
  })

  test('tells of the host without handing over the event, until the page has heard enough', () => {
    const listener = vi.fn()
    const stop = joined().onHostStatus(listener)
    tell(RUNNING)
    stop()
    tell({ at: 'stopped', sentence: '…' })
    expect(listener.mock.calls).toEqual([[RUNNING]])
  })
})

describe('the shell refuses', () => {
  const ask = async (name: AskName, frame: unknown, ...args: unknown[]) => {
    await registered.get(ASK_CHANNELS[name])?.({ senderFrame: frame, sender: asker }, ...args)
  }

  test.each([
    ['a frame that has gone', null],
    ['a frame inside our page', { url: 'app://local/desk', parent: OWN_FRAME }],
    ['a page from the network', { url: 'http://127.0.0.1:50808/desk', parent: null }],
    ['a page that only looks like ours', { url: 'app://local.evil/desk', parent: null }],
    ['an empty page', { url: 'about:blank', parent: null }],
    ['a page without an address', { url: '', parent: null }],
  ])('%s, whatever it asks', async (_, frame) => {
    for (const name of Object.keys(ASK_CHANNELS) as AskName[]) {
      await expect(ask(name, frame)).rejects.toThrow('refused')
      expect(handlers[name]).not.toHaveBeenCalled()
      expect(log).toHaveBeenLastCalledWith('requestRefused', `${name}: sender`)
    }
  })

  const bytes = new Uint8Array(1)
  test.each<[AskName, readonly unknown[]]>([
    ['hostStatus', ['more']],
    ['saveFile', []],
    ['saveFile', ['name.docx']],
    ['saveFile', ['name.docx', 'text']],
    ['saveFile', ['name.docx', [1, 2]]],
    ['saveFile', ['', bytes]],
    ['saveFile', ['..', bytes]],
    ['saveFile', ['../name.docx', bytes]],
    ['saveFile', ['C:\\name.docx', bytes]],
    ['saveFile', ['a\0.docx', bytes]],
    ['saveFile', ['a\n.docx', bytes]],
    ['saveFile', ['议'.repeat(201), bytes]],
    ['saveFile', ['name.docx', new Uint8Array(64 * 1024 * 1024 + 1)]],
    ['saveFile', ['name.docx', bytes, 'more']],
    ['openScreen', []],
    ['openScreen', ['12345']],
    ['openScreen', ['12345a']],
    ['openScreen', ['123456\n']],
    ['openScreen', ['123456#x']],
    ['openScreen', [123_456]],
    ['keepAwake', ['true']],
    ['keepAwake', []],
    ['printPage', [{ silent: true }]],
  ])('a malformed %s', async (name, args) => {
    await expect(ask(name, OWN_FRAME, ...args)).rejects.toThrow('refused')
    expect(handlers[name]).not.toHaveBeenCalled()
    expect(log).toHaveBeenCalledWith('requestRefused', `${name}: payload`)
  })
})
