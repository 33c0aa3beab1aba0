import { describe, expect, it } from 'vitest'
import { DRAFT_PREFIX, placeIn } from '../../../../renderer/connection/keeping-place.ts'

/** A browser's storage with room for so many characters. */
function storageOf(room: { characters: number }): Storage {
  const kept = new Map<string, string>()
  const used = () => [...kept].reduce((sum, [name, text]) => sum + name.length + text.length, 0)
  return {
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => {
      const before = kept.get(name)
      kept.set(name, text)
      if (used() <= room.characters) return
      if (before === undefined) kept.delete(name)
      else kept.set(name, before)
      throw new DOMException('full', 'QuotaExceededError')
    },
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  }
}

/** A place, and what a page would find there after a reload. */
function placeWith(characters: number) {
  const room = { characters }
  const storage = storageOf(room)
  return { room, storage, place: placeIn(() => storage), reloaded: () => placeIn(() => storage) }
}

const DRAFT = `${DRAFT_PREFIX}point`
const OTHER_DRAFT = `${DRAFT_PREFIX}vote.seat`

describe('a place whose storage is full', () => {
  it('lets drafts give way to what counts, and goes on knowing them until the page ends', () => {
    const { place, reloaded } = placeWith(120)
    expect(place.write(DRAFT, 'x'.repeat(30))).toBe(true)
    expect(place.write(OTHER_DRAFT, 5)).toBe(true)
    expect(place.write('hall', 'y'.repeat(80))).toBe(true)
    expect(reloaded().read('hall')).toBe('y'.repeat(80))
    expect([reloaded().read(DRAFT), reloaded().read(OTHER_DRAFT)]).toEqual([null, null])
    expect([place.read(DRAFT), place.read(OTHER_DRAFT)]).toEqual(['x'.repeat(30), 5])
  })

  it('says so when there is no room at all; a reload then finds nothing rather than something old', () => {
    const { place, reloaded } = placeWith(40)
    expect(place.write('hall', 'old')).toBe(true)
    expect(place.write('hall', 'y'.repeat(80))).toBe(false)
    expect(place.read('hall')).toBe('y'.repeat(80))
    expect(reloaded().read('hall')).toBeNull()
  })

  it('keeps again as soon as there is room', () => {
    const { place, reloaded, room } = placeWith(40)
    place.write('hall', 'y'.repeat(80))
    room.characters = 1_000
    expect(place.write('hall', 'new')).toBe(true)
    expect([place.read('hall'), reloaded().read('hall')]).toEqual(['new', 'new'])
  })

  it('throws no draft away for another draft', () => {
    const { place, reloaded } = placeWith(60)
    place.write(DRAFT, 'x'.repeat(20))
    expect(place.write(`${DRAFT_PREFIX}other`, 'x'.repeat(50))).toBe(false)
    expect(reloaded().read(DRAFT)).toBe('x'.repeat(20))
  })
})

describe('a place', () => {
  it('works without any storage, as long as the page lives', () => {
    const place = placeIn(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(place.write('name', { a: 1 })).toBe(false)
    expect(place.read('name')).toEqual({ a: 1 })
    place.remove('name')
    expect(place.read('name')).toBeNull()
  })

  it('lets go of what it is told to, of all of it and of nothing else', () => {
    const { place, storage } = placeWith(1_000)
    for (const name of ['a.1', 'a.2', 'a.3', 'b.1']) place.write(name, 1)
    place.removeWhere((name) => name.startsWith('a.'))
    expect(storage.length).toBe(1)
    expect(place.read('b.1')).toBe(1)
  })

  it('reads what is no JSON as nothing', () => {
    const { place, storage } = placeWith(1_000)
    storage.setItem('name', '{')
    expect(place.read('name')).toBeNull()
  })
})
