import { beforeEach, describe, expect, test, vi } from 'vitest'
import { startShell } from '../../../main/desktop/shell.ts'
import { webPreferences } from '../../../main/desktop/web-preferences.ts'
import type { FromHost } from '../../../main/host/service/service-messages.ts'
import { ASK_CHANNELS, STATUS_CHANNEL } from '../../../shared/desktop-bridge.ts'
import type { FakeWindow } from '../../fixtures/fake-shell.ts'
import { DisplayShell, type MovingWindow } from './display-shell.ts'

const READY: FromHost = {
  t: 'host-ready',
  port: 50_808,
  operatorSecret: 'ab',
  addresses: ['http://192.168.1.5:50808/'],
}
const LAPTOP = { workArea: { x: 0, y: 0, width: 1366, height: 728 } }
const TELEVISION = {
  id: 3,
  bounds: { x: 2390, y: 0, width: 1920, height: 1080 },
  workArea: { x: 2390, y: 0, width: 1920, height: 1080 },
}
const PROJECTOR = {
  id: 2,
  bounds: { x: 1366, y: 0, width: 1024, height: 768 },
  workArea: { x: 1366, y: 0, width: 1024, height: 768 },
}

let shell: DisplayShell
beforeEach(() => {
  shell = new DisplayShell()
})

const settle = () => new Promise((done) => setImmediate(done))
async function start(): Promise<void> {
  startShell(shell.facade)
  await settle()
}
async function opened(): Promise<FakeWindow> {
  await start()
  shell.hostSays(READY)
  return vi.waitUntil(() => shell.windows[0])
}

async function hallScreen(): Promise<MovingWindow> {
  await opened()
  await shell.ask(ASK_CHANNELS.openScreen, '123456')
  return (await vi.waitUntil(() => shell.windows[1])) as MovingWindow
}

describe('the shell starts', () => {
  test('with the lock, then the sandbox, then whatever must come before the app is ready', async () => {
    await start()
    const before = shell.asked.slice(0, shell.asked.indexOf('whenReady'))
    expect(before[0]).toBe('lock')
    expect(before.slice(1).sort()).toEqual([
      'appendSwitch disable-features WebRtcHideLocalIpsWithMdns',
      'enableSandbox',
      'scheme',
    ])
  })

  test('with every guard in place before the host, and the host before the window', async () => {
    await opened()
    const order = ['permission checks', 'permission requests', 'protocol app', 'fork', 'window']
    expect(shell.asked.filter((name) => order.includes(name))).toEqual(order)
    expect([...shell.handlers.keys()].sort()).toEqual(Object.values(ASK_CHANNELS).sort())
  })

  test('nothing at all as a second instance: it leaves at once, and the first comes to the front', async () => {
    const desk = await opened()
    desk.minimized = true
    shell.app.emit('second-instance')
    expect(desk.calls.slice(-2)).toEqual(['restore', 'focus'])

    shell = new DisplayShell()
    shell.isFirst = false
    await start()
    expect(shell.asked).toEqual(['lock', 'quit'])
  })
})

describe('the window', () => {
  test('opens when the host is there, on our page with the launch’s secret, and is shown when it is painted', async () => {
    const desk = await opened()
    expect(desk.urls).toEqual(['app://local/desk?launch=1#ab'])
    expect(desk.options.webPreferences).toEqual(webPreferences('/preload.cjs'))
    expect(desk.options.show).toBe(false)
    expect(desk.calls).not.toContain('show')
    desk.emit('ready-to-show')
    expect(desk.calls).toContain('show')
    expect(shell.said).toEqual(['参会地址：http://192.168.1.5:50808/'])
    expect([...shell.held]).toEqual(['prevent-app-suspension'])
  })

  test('remembers its place', async () => {
    const desk = await opened()
    expect(desk.options).toMatchObject({ width: 1366, height: 768 })
    desk.close()
    await vi.waitUntil(() => shell.files.has('/window.json'))
    const kept = shell.files
    shell = new DisplayShell()
    for (const [file, content] of kept) shell.files.set(file, content)
    expect((await opened()).options).toMatchObject({ x: 5, y: 6, width: 1200, height: 700 })
  })

  test('loads its page again when the host came back with another secret, and is told of both', async () => {
    const desk = await opened()
    vi.useFakeTimers()
    shell.hosts[0]?.emit('exit', 1)
    expect(shell.held.size).toBe(0)
    vi.advanceTimersByTime(1_000)
    vi.useRealTimers()
    shell.hostSays({ ...READY, operatorSecret: 'cd' })
    await vi.waitUntil(() => desk.urls.length === 2)
    expect(desk.urls[1]).toBe('app://local/desk?launch=2#cd')
    expect(desk.sent).toMatchObject([
      [STATUS_CHANNEL, { at: 'starting' }],
      [STATUS_CHANNEL, { at: 'running', operatorSecret: 'cd' }],
    ])
    expect(shell.windows).toHaveLength(1)
  })

  test('does not open when the host cannot run: its sentence is shown, and the app ends with 1', async () => {
    await start()
    shell.hostSays({ t: 'host-refused', sentence: '端口 50808 已被别的程序占用。' })
    expect(shell.asked.slice(-2)).toEqual(['error 端口 50808 已被别的程序占用。', 'exit 1'])
    expect(shell.windows).toEqual([])
  })

  test('stays open when the host fails later: what is typed can still be copied', async () => {
    const desk = await opened()
    shell.hostSays({ t: 'host-refused', sentence: '数据文件夹写不进去。' })
    expect(shell.asked.at(-1)).toBe('error 数据文件夹写不进去。')
    expect(desk.isGone).toBe(false)
    expect(await shell.ask(ASK_CHANNELS.hostStatus)).toEqual({ at: 'stopped', sentence: '数据文件夹写不进去。' })
  })

  test.each([
    ['crashed', 1],
    ['oom', 1],
    ['clean-exit', 0],
    ['launch-failed', 0],
  ])('whose page ended by %s is loaded again %i times', async (reason, times) => {
    await opened()
    const reload = vi.fn()
    shell.app.emit('render-process-gone', {}, { reload }, { reason })
    expect(reload).toHaveBeenCalledTimes(times)
  })
})

describe('the hall screen', () => {
  test('fills the projector, without a bridge, and keeps the display on until it is closed', async () => {
    shell.displays.push(PROJECTOR)
    await opened()
    await shell.ask(ASK_CHANNELS.openScreen, '123456')
    const screen = shell.windows[1]
    expect(screen?.urls).toEqual(['app://local/screen?launch=1#123456'])
    expect(screen?.options).toMatchObject({ ...PROJECTOR.bounds, fullscreen: true })
    expect(screen?.options.webPreferences).toEqual(webPreferences(null))
    expect([...shell.held].sort()).toEqual(['prevent-app-suspension', 'prevent-display-sleep'])
    screen?.close()
    expect([...shell.held]).toEqual(['prevent-app-suspension'])
    expect(shell.asked).not.toContain('quit')
  })

  test('is a plain window where there is no second display', async () => {
    const screen = await hallScreen()
    expect(screen.options).toMatchObject({ ...LAPTOP.workArea, fullscreen: false })
    screen.emit('ready-to-show')
    expect(screen.calls).toEqual(['show'])
  })

  test('leaves the keyboard to the desk when it comes up on the projector', async () => {
    shell.displays.push(PROJECTOR)
    const screen = await hallScreen()
    screen.emit('ready-to-show')
    expect(screen.calls).toEqual(['showInactive'])
  })

  test('is one window: asked for again it comes back, asked for with another meeting it shows that one', async () => {
    const screen = await hallScreen()
    screen.minimized = true
    await shell.ask(ASK_CHANNELS.openScreen, '123456')
    expect(screen.calls).toEqual(['restore', 'focus'])
    expect(screen.urls).toHaveLength(1)
    await shell.ask(ASK_CHANNELS.openScreen, '654321')
    expect(screen.urls[1]).toBe('app://local/screen?launch=1#654321')
    expect(shell.windows).toHaveLength(2)
    screen.close()
    await shell.ask(ASK_CHANNELS.openScreen, '123456')
    expect(shell.windows).toHaveLength(3)
  })

  test('moves to a projector that is plugged in later', async () => {
    const screen = await hallScreen()
    shell.plug(PROJECTOR)
    expect(screen).toMatchObject({ bounds: PROJECTOR.bounds, fullscreen: true })
  })

  test('waits as an icon while the projector is unplugged, and is back with it', async () => {
    shell.displays.push(PROJECTOR)
    const screen = await hallScreen()
    shell.unplug(PROJECTOR)
    expect(screen.calls).toEqual(['leave full screen'])
    // Full screen is bound to a display: it is left before anything moves.
    expect(screen.bounds).toBeNull()
    screen.leaveFullScreen()
    expect(screen).toMatchObject({ bounds: LAPTOP.workArea, minimized: true, fullscreen: false })
    shell.plug(PROJECTOR)
    expect(screen).toMatchObject({ bounds: PROJECTOR.bounds, minimized: false, fullscreen: true })
  })

  test.each([
    ['goes back to it', PROJECTOR],
    ['goes to another that is there by then', TELEVISION],
  ])('that loses its projector for a moment %s, once', async (_, display) => {
    shell.displays.push(PROJECTOR)
    const screen = await hallScreen()
    shell.unplug(PROJECTOR)
    shell.plug(display)
    screen.leaveFullScreen()
    expect(screen).toMatchObject({ bounds: display.bounds, minimized: false, fullscreen: true })
    expect(screen.calls.filter((call) => call === 'leave full screen')).toHaveLength(1)
  })

  test('stays on its projector when a third display comes or goes, and goes on to that when its own goes', async () => {
    shell.displays.push(PROJECTOR)
    const screen = await hallScreen()
    shell.plug(TELEVISION)
    expect(screen.calls).toEqual([])
    shell.unplug(PROJECTOR)
    screen.leaveFullScreen()
    expect(screen).toMatchObject({ bounds: TELEVISION.bounds, minimized: false, fullscreen: true })
  })

  test('is not opened by a display, and not moved once it is closed', async () => {
    const screen = await hallScreen()
    screen.close()
    shell.plug(PROJECTOR)
    expect(screen.bounds).toBeNull()
    expect(shell.windows).toHaveLength(2)
  })

  test('is loaded again when the host came back', async () => {
    const screen = await hallScreen()
    shell.hostSays({ ...READY, operatorSecret: 'cd' })
    await vi.waitUntil(() => screen.urls.length === 2)
    expect(screen.urls[1]).toBe('app://local/screen?launch=2#123456')
  })

  test('and another desk open in windows of the shell when a page asks for them', async () => {
    await opened()
    const open = shell.openContents()
    open('app://local/scribe#ab/meeting/mt_1')
    open('app://local/screen#123456')
    await vi.waitUntil(() => shell.windows.length === 3)
    const urls = shell.windows.map((window) => window.urls[0])
    expect(urls).toContain('app://local/scribe?launch=1#ab/meeting/mt_1')
    expect(urls).toContain('app://local/screen?launch=1#123456')
  })
})

describe('the end', () => {
  test('comes with the last desk, which takes the screens along, after the host has ended in order', async () => {
    const desk = await opened()
    await shell.ask(ASK_CHANNELS.openScreen, '123456')
    desk.close()
    expect(shell.windows.every(({ isGone }) => isGone)).toBe(true)
    expect(shell.asked.at(-1)).toBe('quit held')
    await vi.waitUntil(() => shell.asked.at(-1) === 'quit')
    expect(shell.hosts).toHaveLength(1)
    expect(shell.hosts[0]?.killed).toBe(false)
  })

  test('is not held up twice', async () => {
    await opened()
    shell.quit()
    shell.quit()
    await vi.waitUntil(() => shell.asked.includes('quit'))
    expect(shell.asked.filter((name) => name === 'quit')).toHaveLength(2)
  })
})

describe('a file', () => {
  const save = () => shell.ask(ASK_CHANNELS.saveFile, '会议纪要.docx', new Uint8Array([80, 75]))

  test('is written where the person says, and the next one is offered beside it', async () => {
    await opened()
    expect(await save()).toBe(true)
    expect(shell.asked.at(-1)).toBe('save /下载/会议纪要.docx')
    expect(shell.files.get('/文档/a.docx')).toEqual(new Uint8Array([80, 75]))
    await save()
    expect(shell.asked.at(-1)).toBe('save /文档/会议纪要.docx')
  })

  test('is not written when the person thinks better of it', async () => {
    await opened()
    shell.savePath = null
    expect(await save()).toBe(false)
    expect(shell.files.size).toBe(0)
  })
})

test('a page is printed, and the display kept on, as it asks', async () => {
  await opened()
  expect(await shell.ask(ASK_CHANNELS.printPage)).toBe(true)
  await shell.ask(ASK_CHANNELS.keepAwake, true)
  expect(shell.held).toContain('prevent-display-sleep')
  await shell.ask(ASK_CHANNELS.keepAwake, false)
  expect(shell.held).not.toContain('prevent-display-sleep')
})
