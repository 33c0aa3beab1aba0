import { describe, expect, it } from 'vitest'
import { openJournal } from '../../../main/host/journal/journal.ts'
import type { Upcasters } from '../../../main/host/journal/upcast.ts'
import { memoryStorage } from '../../../main/host/storage/memory-storage.ts'
import { PATH } from './notes.ts'

type Event = { readonly type: string; readonly data: unknown }

const event = (type: string, data: unknown = null): Event => ({ type, data })

/** v2 renames `signed` to `signedIn` and drops `blinked`; v3 splits `signedIn` in two. */
const UPCASTERS: Upcasters = [
  (old) => {
    const { type, data } = old as Event
    if (type === 'blinked') return []
    return [type === 'signed' ? event('signedIn', data) : old]
  },
  (old) => {
    const { type, data } = old as Event
    return type === 'signedIn' ? [event('arrived', data), event('counted', data)] : [old]
  },
]

function open(storage: ReturnType<typeof memoryStorage>, version: number) {
  return openJournal<Event>({
    storage,
    dir: 'meetings',
    name: 'm1.journal',
    stream: 'meeting/m1',
    version,
    upcasters: UPCASTERS.slice(0, version - 1),
    now: () => 1,
  })
}

async function append(storage: ReturnType<typeof memoryStorage>, version: number, events: readonly Event[]) {
  const result = await open(storage, version)
  if (!result.ok) throw new Error(result.damage.reason)
  await result.journal.append(events)
  await result.journal.close()
}

async function eventsAt(storage: ReturnType<typeof memoryStorage>, version: number) {
  const result = await open(storage, version)
  const decoded = result.ok ? result.opened.batchesAfter(0) : result
  return decoded.ok ? decoded.batches.map((batch) => batch.events.map(({ type, data }) => `${type} ${data}`)) : decoded
}

describe('a journal of an older data version', () => {
  it('is read with its events renamed, dropped and split', async () => {
    const storage = memoryStorage()
    await append(storage, 1, [event('signed', 'a'), event('blinked'), event('spoke', 'b')])
    expect(await eventsAt(storage, 1)).toEqual([['signed a', 'blinked null', 'spoke b']])
    expect(await eventsAt(storage, 2)).toEqual([['signedIn a', 'spoke b']])
    expect(await eventsAt(storage, 3)).toEqual([['arrived a', 'counted a', 'spoke b']])
  })

  it('goes on in the newer version, each batch lifted from its own', async () => {
    const storage = memoryStorage()
    await append(storage, 1, [event('signed', 'a')])
    await append(storage, 2, [event('signedIn', 'b'), event('signed', 'now means something else')])
    await append(storage, 3, [event('signedIn', 'c')])
    expect(await eventsAt(storage, 3)).toEqual([
      ['arrived a', 'counted a'],
      ['arrived b', 'counted b', 'signed now means something else'],
      ['signedIn c'],
    ])
  })

  it('keeps a batch, though empty, when all its events are dropped', async () => {
    const storage = memoryStorage()
    await append(storage, 1, [event('blinked')])
    await append(storage, 2, [event('spoke', 'b')])
    expect(await eventsAt(storage, 2)).toEqual([[], ['spoke b']])
  })

  it('never changes what is on disk by being read', async () => {
    const storage = memoryStorage()
    await append(storage, 1, [event('signed', 'a')])
    const before = await storage.read(PATH)
    await eventsAt(storage, 3)
    expect(await storage.read(PATH)).toEqual(before)
  })
})

describe('a journal of a newer data version', () => {
  it('is refused at its header by an app that does not know the version', async () => {
    const storage = memoryStorage()
    await append(storage, 2, [event('spoke', 'a')])
    expect(await open(storage, 1)).toEqual({ ok: false, damage: { line: 1, reason: 'newerVersion' } })
  })

  it('is refused at the first batch of that version when it was made by an older app', async () => {
    const storage = memoryStorage()
    await append(storage, 1, [event('spoke', 'a')])
    await append(storage, 3, [event('spoke', 'b')])
    expect(await open(storage, 2)).toEqual({ ok: false, damage: { line: 3, reason: 'newerVersion' } })
  })
})

describe('opening with upcasters that do not fit the version', () => {
  it('is a bug, and throws', async () => {
    const wrong = { storage: memoryStorage(), dir: '', name: 'j', stream: 's', version: 2, upcasters: [], now: () => 1 }
    await expect(openJournal(wrong)).rejects.toThrow('needs 1 upcasters')
  })
})
