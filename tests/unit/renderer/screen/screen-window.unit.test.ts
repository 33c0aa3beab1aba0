import { afterEach, describe, expect, it, vi } from 'vitest'
import { openScreen } from '../../../../renderer/platform.ts'

const laptop = { availLeft: 0, availTop: 0, availWidth: 1366, availHeight: 728 }
const projector = { availLeft: 1366, availTop: 0, availWidth: 1024, availHeight: 768 }
const placed = () => ({ focus: vi.fn(), moveTo: vi.fn(), resizeTo: vi.fn() })

afterEach(() => vi.unstubAllGlobals())

describe('the window of the hall screen', () => {
  it('is one and the same, however often it is asked for, and comes to the front', () => {
    const opened = placed()
    const open = vi.fn((_address: string, _name: string, _features: string) => opened)
    vi.stubGlobal('window', { open, screen: {} })
    openScreen('/screen#123456')
    openScreen('/screen#123456')
    const names = open.mock.calls.map(([address, name]) => [address, name])
    expect(names).toEqual(Array.from({ length: 2 }, () => ['/screen#123456', 'yishiting-screen']))
    // A window without an opener is a new one every time.
    expect(open.mock.calls[0]?.[2]).not.toContain('noopener')
    expect(opened.focus).toHaveBeenCalledTimes(2)
    expect(opened.moveTo).not.toHaveBeenCalled()
  })

  it('is none when the browser forbids it, and nothing breaks', () => {
    vi.stubGlobal('window', { open: () => null, screen: {} })
    expect(() => openScreen('/screen#123456')).not.toThrow()
  })

  it('is the shell’s in the desktop app, which is told the code alone', () => {
    const desktop = { openScreen: vi.fn() }
    const open = vi.fn()
    vi.stubGlobal('window', { desktop, open, location: { href: 'app://local/desk?launch=1#ab' } })
    openScreen('/screen#123456')
    expect(desktop.openScreen).toHaveBeenCalledWith('123456')
    expect(open).not.toHaveBeenCalled()
  })

  /** What the window does once every answer has come. */
  const opening = async (page: object) => {
    const opened = placed()
    vi.stubGlobal('window', { open: () => opened, ...page })
    openScreen('/screen#123456')
    await new Promise((done) => setImmediate(done))
    return opened
  }

  it('goes to the display on which the desk is not', async () => {
    const getScreenDetails = async () => ({ screens: [laptop, projector], currentScreen: laptop })
    const opened = await opening({ screen: { isExtended: true }, getScreenDetails })
    expect(opened.moveTo).toHaveBeenCalledWith(1366, 0)
    expect(opened.resizeTo).toHaveBeenCalledWith(1024, 768)
  })

  it('stays where the person refuses, or where there is no other display', async () => {
    const alone = async () => ({ screens: [laptop], currentScreen: laptop })
    const refused = () => Promise.reject(new Error('NotAllowedError'))
    for (const getScreenDetails of [alone, refused]) {
      const opened = await opening({ screen: { isExtended: true }, getScreenDetails })
      expect(opened.moveTo).not.toHaveBeenCalled()
    }
  })

  it('asks the person nothing where there is one display, or where the browser cannot tell', async () => {
    const getScreenDetails = vi.fn(async () => ({ screens: [laptop, projector], currentScreen: laptop }))
    const pages = [
      { screen: { isExtended: false }, getScreenDetails },
      { screen: {}, getScreenDetails },
      { screen: { isExtended: true } },
    ]
    for (const page of pages) expect((await opening(page)).moveTo).not.toHaveBeenCalled()
    expect(getScreenDetails).not.toHaveBeenCalled()
  })
})
