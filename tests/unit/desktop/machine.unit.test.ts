import { describe, expect, test, vi } from 'vitest'
import { keepAwake } from '../../../main/desktop/awake.ts'
import { logLine } from '../../../main/desktop/desktop-log.ts'
import { menuTemplate } from '../../../main/desktop/menu.ts'
import { readWindowState, screenDisplay, visibleBounds } from '../../../main/desktop/window-state.ts'

describe('sleep', () => {
  const blocker = () => {
    const held = new Map<number, string>()
    let next = 0
    return {
      held: () => [...held.values()].sort(),
      start: (type: string) => {
        next += 1
        held.set(next, type)
        return next
      },
      stop: vi.fn((id: number) => held.delete(id)),
    }
  }

  test('is held off while the host runs, the display’s own only while somebody looks', () => {
    const fake = blocker()
    const awake = keepAwake(fake)
    awake.hosting(true)
    expect(fake.held()).toEqual(['prevent-app-suspension'])
    awake.looking('screen', true)
    expect(fake.held()).toEqual(['prevent-app-suspension', 'prevent-display-sleep'])
    awake.looking('screen', false)
    awake.hosting(false)
    expect(fake.held()).toEqual([])
  })

  test('of the display is held off until the last reason has gone, and never twice', () => {
    const fake = blocker()
    const awake = keepAwake(fake)
    awake.looking('screen', true)
    awake.looking('page', true)
    awake.looking('page', true)
    expect(fake.held()).toHaveLength(1)
    awake.looking('page', false)
    expect(fake.held()).toHaveLength(1)
    awake.looking('screen', false)
    awake.looking('screen', false)
    expect(fake.held()).toEqual([])
    expect(fake.stop).toHaveBeenCalledTimes(1)
  })
})

describe('the window', () => {
  const laptop = { x: 0, y: 0, width: 1366, height: 728 }
  const projector = { x: 1366, y: 0, width: 1024, height: 768 }

  test('comes back where it was', () => {
    const kept = { bounds: { x: 10, y: 20, width: 1200, height: 700 }, maximized: false, folder: '/home/资料' }
    expect(readWindowState(JSON.stringify(kept))).toEqual(kept)
    expect(visibleBounds(kept.bounds, [laptop])).toEqual(kept.bounds)
  })

  test.each([null, '', '{', 'null', '{"bounds":{"x":"1"}}', '{"bounds":null}'])(
    'starts afresh when what was kept is %j',
    (text) => expect(readWindowState(text)).toEqual({ bounds: null, maximized: true, folder: null }),
  )

  test.each([
    ['was on a projector that is gone', { x: 1500, y: 10, width: 1100, height: 700 }],
    ['hangs over by all but a sliver', { x: -1300, y: 10, width: 1366, height: 700 }],
    ['has its title bar above the display', { x: 0, y: -200, width: 1366, height: 700 }],
    ['has its title bar below the display', { x: 0, y: 700, width: 1366, height: 700 }],
  ])('takes its first place when it %s', (_, bounds) => {
    expect(visibleBounds(bounds, [laptop])).toBeNull()
  })

  test('is never smaller than its pages', () => {
    expect(visibleBounds({ x: 1400, y: 0, width: 10, height: 10 }, [laptop, projector])).toEqual({
      x: 1400,
      y: 0,
      width: 1024,
      height: 640,
    })
  })

  test('of the hall screen goes to the projector, or stays when there is none', () => {
    const primary = { id: 1 }
    expect(screenDisplay([{ id: 2 }, primary], primary)).toEqual({ id: 2 })
    expect(screenDisplay([primary], primary)).toBe(primary)
  })
})

test('the menu is Chinese in every word, and does what it says', () => {
  const acts = { openLogs: vi.fn(), about: vi.fn() }
  const items = menuTemplate(acts).flatMap((menu) => [menu, ...(Array.isArray(menu.submenu) ? menu.submenu : [])])
  for (const { label, type } of items) if (type !== 'separator') expect(label).toMatch(/^[一-鿿]+$/)
  for (const { click } of items) (click as (() => void) | undefined)?.()
  expect(acts.openLogs).toHaveBeenCalledTimes(1)
  expect(acts.about).toHaveBeenCalledTimes(1)
  expect(items.some(({ role }) => role === 'toggleDevTools')).toBe(false)
})

test('an entry of the log is one line', () => {
  const line = logLine('pageGone', 'crashed\nagain', new Date(0))
  expect(line.trimEnd()).not.toContain('\n')
  expect(JSON.parse(line)).toEqual({ at: '1970-01-01T00:00:00.000Z', event: 'pageGone', detail: 'crashed\nagain' })
})
